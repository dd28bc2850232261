<?php

declare(strict_types=1);

namespace Causeway\Cli;

use Causeway\Audit\AuditDesk;
use Causeway\Audit\AuditState;
use Causeway\Background\Runner;
use Causeway\Diagnosis\Catalog;

/** `wp causeway audit run` and `audit status`. */
final class AuditCommands {

	/** Longest that `run` works before it leaves the rest to the background. */
	private const SECONDS = 3_600;

	private const SLICE_SECONDS = 5.0;

	public function __construct( private readonly AuditDesk $desk, private readonly Runner $runner, private readonly Catalog $catalog ) {}

	public function register(): void {
		\WP_CLI::add_command(
			'causeway audit run',
			$this->run( ... ),
			[
				'shortdesc' => 'Looks at everybody: who would be refused if they tried now.',
				'synopsis'  => [ CatalogCommands::formatOption() ],
			]
		);
		\WP_CLI::add_command(
			'causeway audit status',
			$this->status( ... ),
			[
				'shortdesc' => 'Says how far the audit is, and what it has found.',
				'synopsis'  => [ CatalogCommands::formatOption() ],
			]
		);
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function run( array $arguments, array $options ): void {
		$format = Output::format( $options );
		$before = $this->desk->status()->pass ?? 0;
		$this->desk->start();
		for ( $slice = 0; $slice < self::SECONDS / self::SLICE_SECONDS; $slice++ ) {
			$report = $this->runner->work( self::SLICE_SECONDS );
			$state  = $this->desk->status();
			if ( null !== $state && ( $state->finishedAt > 0 && $state->pass > $before ) ) {
				break;
			}
			if ( 0 === $report->total() ) {
				\WP_CLI::warning( 'The audit waits for a connected system and goes on in the background.' );
				break;
			}
		}
		$this->show( $format );
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function status( array $arguments, array $options ): void {
		$this->show( Output::format( $options ) );
	}

	private function show( string $format ): void {
		$state = $this->desk->status();
		if ( null === $state ) {
			Output::refuse( 'No audit has been made yet.' );
		}
		$causes = array_map(
			fn ( array $row ): array => [
				'cause'  => $row['system'] . '/' . $row['cause'],
				'title'  => $this->catalog->texts( $row['system'], $row['cause'] )['title'],
				'people' => $row['people'],
			],
			$this->desk->byCause()
		);
		if ( 'json' === $format ) {
			Output::json( self::summary( $state ) + [ 'causes' => $causes ] );
			return;
		}
		if ( 'table' === $format ) {
			\WP_CLI::line( $state->finishedAt > 0 ? sprintf( '%d people looked at, %d would be refused.', $state->judged, $state->found ) : sprintf( 'Under way: %d records read, %d people looked at.', $state->records, $state->judged ) );
			foreach ( $state->problems as $slug => $problem ) {
				\WP_CLI::line( Output::plain( "{$slug}: {$problem}" ) );
			}
		}
		Output::rows( $format, $causes, [ 'cause', 'title', 'people' ] );
	}

	/** @return array<string, mixed> */
	private static function summary( AuditState $state ): array {
		return [
			'startedAt'  => $state->startedAt,
			'finishedAt' => 0 === $state->finishedAt ? null : $state->finishedAt,
			'records'    => $state->records,
			'people'     => $state->judged,
			'atRisk'     => $state->found,
			'fresh'      => $state->fresh,
			'warned'     => $state->warned,
			'problems'   => (object) $state->problems,
		];
	}
}
