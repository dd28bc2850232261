<?php

declare(strict_types=1);

namespace Causeway\Audit;

use Causeway\Background\Deadline;
use Causeway\Background\Job;
use Causeway\Background\JobKinds;
use Causeway\Background\JobResult;
use Causeway\Cases\JobNames;
use Causeway\Cases\WorkList;

/** The work of this room, as the background knows it. */
final class AuditJobs {

	private const DAILY = 86_400;

	public function __construct( private readonly Audit $audit, private readonly WorkList $work ) {}

	public function register( JobKinds $kinds ): void {
		$kinds->notice( fn () => $this->work->keep( JobNames::AUDIT, self::DAILY ) );
		$kinds->add(
			JobNames::AUDIT,
			function ( Job $job, Deadline $deadline ): JobResult {
				$result = $this->audit->goOn( $job->cursor, $deadline );
				if ( 'done' === $result->outcome ) {
					$this->work->add( JobNames::NOTICES );
				}
				return $result;
			}
		);
	}
}
