<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What a journal entry is about; the values are the timeline's kinds. */
enum JournalKind: string {

	case Opened     = 'opened';
	case Diagnosed  = 'diagnosed';
	/** Written before a step writes, so that whoever comes after a crash knows what was under way. */
	case StepBegun  = 'step-begun';
	case StepDone   = 'step-done';
	case StepUndone = 'step-undone';
	case StepFailed = 'step-failed';
	case Mail       = 'mail';
	case MailFailed = 'mail-failed';
	case Asked      = 'asked';
	case Verified   = 'verified';
	case NotYet     = 'not-yet';
	case Resolved   = 'resolved';
	case Regressed  = 'regressed';
	case Disputed   = 'disputed';
	case Told       = 'told';
	/** The flight recorder was switched on or off for the person. */
	case Recording  = 'recording';
}
