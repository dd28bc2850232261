<?php

declare(strict_types=1);

namespace Causeway\Notifications;

use Causeway\Background\Deadline;
use Causeway\Background\Job;
use Causeway\Background\JobKinds;
use Causeway\Background\JobResult;
use Causeway\Cases\JobNames;
use Causeway\Cases\WorkList;

/** The work of this room, as the background knows it. */
final class NoticeJobs {

	/** Its subject is a rule. */
	public const SEND = 'send-notices';

	public function __construct( private readonly NoticeWatch $watch, private readonly NoticeDelivery $delivery, private readonly RuleStore $rules, private readonly WorkList $work ) {}

	public function register( JobKinds $kinds ): void {
		$kinds->notice(
			function (): void {
				if ( [] !== $this->rules->rules() ) {
					$this->work->keep( JobNames::NOTICES );
				}
			}
		);
		$kinds->add( JobNames::NOTICES, fn (): JobResult => $this->watch->look() );
		$kinds->add( self::SEND, fn ( Job $job, Deadline $deadline ): JobResult => $this->delivery->send( $job->subject, $deadline ) );
	}
}
