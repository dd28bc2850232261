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

	public function __construct( private readonly Audit $audit, private readonly ConnectionCheck $check, private readonly WorkList $work ) {}

	public function register( JobKinds $kinds ): void {
		$kinds->notice(
			function (): void {
				$this->work->keep( JobNames::AUDIT, self::DAILY );
				$this->work->keep( JobNames::CONNECTIONS, self::DAILY );
			}
		);
		$kinds->add( JobNames::CONNECTIONS, fn ( Job $job ): JobResult => $this->check->goOn( $job->cursor ) );
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
