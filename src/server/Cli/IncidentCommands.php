<?php

declare(strict_types=1);

namespace Causeway\Cli;

use Causeway\Diagnosis\Catalog;
use Causeway\Incidents\Incident;
use Causeway\Incidents\IncidentDesk;

/** `wp causeway incident list`. */
final class IncidentCommands {

	private const COLUMNS = [ 'id', 'state', 'cause', 'title', 'people', 'waiting', 'opened', 'resolved' ];

	public function __construct( private readonly IncidentDesk $desk, private readonly Catalog $catalog ) {}

	public function register(): void {
		\WP_CLI::add_command(
			'causeway incident list',
			$this->list( ... ),
			[
				'shortdesc' => 'Lists what keeps several people out at once, newest first.',
				'synopsis'  => [
					[
						'type'        => 'flag',
						'name'        => 'over',
						'optional'    => true,
						'description' => 'Those that are over, instead of those that are open.',
					],
					CatalogCommands::formatOption(),
				],
			]
		);
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function list( array $arguments, array $options ): void {
		Output::rows(
			Output::format( $options ),
			array_map(
				fn ( Incident $incident ): array => [
					'id'       => $incident->id,
					'state'    => $incident->state->value,
					'cause'    => $incident->system . '/' . $incident->cause,
					'title'    => $this->catalog->texts( $incident->system, $incident->cause )['title'],
					'people'   => $incident->people,
					'waiting'  => $incident->waiting,
					'opened'   => gmdate( 'Y-m-d H:i:s', $incident->openedAt ),
					'resolved' => 0 === $incident->resolvedAt ? '' : gmdate( 'Y-m-d H:i:s', $incident->resolvedAt ),
				],
				$this->desk->list( ! isset( $options['over'] ), 100 )
			),
			self::COLUMNS
		);
	}
}
