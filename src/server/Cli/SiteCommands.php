<?php

declare(strict_types=1);

namespace Causeway\Cli;

use Causeway\Background\Runner;
use Causeway\Background\WorkReport;
use Causeway\Cases\CaseDesk;

/** `wp causeway status`, `work` and `db`. */
final class SiteCommands {

	private const IDLE_SECONDS = 2;

	/**
	 * @param \Closure(): array{version: int, wanted: int, tables: array<string, bool>} $schemaStatus
	 * @param \Closure(): void                                                             $migrate
	 */
	public function __construct(
		private readonly CaseDesk $desk,
		private readonly Runner $runner,
		private readonly \Closure $schemaStatus,
		private readonly \Closure $migrate,
	) {}

	public function register(): void {
		\WP_CLI::add_command(
			'causeway status',
			$this->status( ... ),
			[
				'shortdesc' => 'Shows how many people wait, and how fast this site looks at a fresh refusal.',
				'synopsis'  => [ CatalogCommands::formatOption() ],
			]
		);
		\WP_CLI::add_command(
			'causeway work',
			$this->work( ... ),
			[
				'shortdesc' => 'Does due background work: until stopped, or once.',
				'synopsis'  => [
					[
						'type'        => 'flag',
						'name'        => 'once',
						'optional'    => true,
						'description' => 'Stop when nothing is due.',
					],
					CatalogCommands::formatOption(),
				],
			]
		);
		\WP_CLI::add_command( 'causeway db status', $this->databaseStatus( ... ), [ 'synopsis' => [ CatalogCommands::formatOption() ] ] );
		\WP_CLI::add_command( 'causeway db migrate', $this->databaseMigrate( ... ) );
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function status( array $arguments, array $options ): void {
		$overview = $this->desk->overview();
		$row      = [
			'open_cases'       => $overview->openCases,
			'people_waiting'   => $overview->peopleLockedOut,
			'resolved_7_days'  => $overview->resolvedLast7Days,
			'unexplained_share' => round( $overview->unexplainedShare, 3 ),
			'pace'             => $overview->pace,
			'last_work'        => 0 === $overview->lastWorkAt ? '' : gmdate( 'Y-m-d H:i:s', $overview->lastWorkAt ),
		];
		Output::rows( Output::format( $options ), [ $row ], array_keys( $row ) );
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function work( array $arguments, array $options ): void {
		$format = Output::format( $options );
		if ( isset( $options['once'] ) ) {
			$report = $this->runner->work( 60.0 );
			$this->report( $report, $format );
			if ( $report->failed + $report->dead > 0 ) {
				\WP_CLI::halt( 0 === $report->done + $report->again ? Output::COULD_NOT : Output::IN_PART );
			}
			return;
		}
		\WP_CLI::log( 'Working until stopped (Ctrl-C).' );
		while ( true ) { // @phpstan-ignore while.alwaysTrue (a worker ends by a signal)
			try {
				$report = $this->runner->work( 60.0 );
				if ( $report->total() > 0 ) {
					$this->report( $report, $format );
				}
			} catch ( \Throwable $fault ) {
				// A deadlock, a database that restarts: what was under way is left to its lease, and the worker lives on.
				\WP_CLI::warning( Output::plain( get_class( $fault ) . ': ' . $fault->getMessage() ) );
			}
			// WordPress keeps every query's rows and every option that it read; a worker lives for days.
			wp_cache_flush_runtime();
			sleep( self::IDLE_SECONDS );
		}
	}

	private function report( WorkReport $report, string $format ): void {
		Output::rows(
			$format,
			[
				[
					'done'    => $report->done,
					'again'   => $report->again,
					'failed'  => $report->failed,
					'dead'    => $report->dead,
					'seconds' => round( $report->seconds, 2 ),
				],
			],
			[ 'done', 'again', 'failed', 'dead', 'seconds' ]
		);
		foreach ( $report->errors as $error ) {
			\WP_CLI::warning( Output::plain( $error ) );
		}
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function databaseStatus( array $arguments, array $options ): void {
		$status = ( $this->schemaStatus )();
		$rows   = [];
		foreach ( $status['tables'] as $table => $isThere ) {
			$rows[] = [
				'table'   => $table,
				'there'   => $isThere,
				'version' => $status['version'],
				'wanted'  => $status['wanted'],
			];
		}
		Output::rows( Output::format( $options ), $rows, [ 'table', 'there', 'version', 'wanted' ] );
		if ( in_array( false, $status['tables'], true ) || $status['version'] < $status['wanted'] ) {
			\WP_CLI::halt( Output::COULD_NOT );
		}
	}

	private function databaseMigrate(): void {
		( $this->migrate )();
		\WP_CLI::success( 'The tables are up to date.' );
	}
}
