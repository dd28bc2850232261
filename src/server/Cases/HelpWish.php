<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What somebody who was refused may ask for. */
enum HelpWish: string {

	/** "Mail me what is wrong": the cause and the next step, to the address on record. */
	case Mail = 'mail';

	/** "Send my invitation again". */
	case Invitation = 'invitation';

	/** "Tell my administrator", with one line of comment. */
	case Tell = 'tell';
}
