<?php

declare(strict_types=1);

namespace Causeway\Incidents;

use Causeway\Background\Job;
use Causeway\Background\JobKinds;
use Causeway\Background\JobResult;
use Causeway\Cases\JobNames;

/** The work of this room, as the background knows it. */
final class IncidentJobs {

	public const NOTIFY = 'notify-incident';

	public const STEP = 'incident-step';

	public function __construct( private readonly IncidentWatch $watch, private readonly IncidentMail $mail, private readonly IncidentDesk $desk ) {}

	public function register( JobKinds $kinds ): void {
		$kinds->add( JobNames::INCIDENTS, fn (): JobResult => $this->watch->look() );
		$kinds->add( self::NOTIFY, fn ( Job $job ): JobResult => $this->mail->send( $job->subject, $job->attempts ) );
		$kinds->add( self::STEP, fn ( Job $job ): JobResult => $this->desk->goOn( $job->subject ) );
	}
}
