<?php

declare(strict_types=1);

namespace Causeway\Cli;

use Causeway\Connections\ConnectionDesk;
use Causeway\Connector\Condition;
use Causeway\Connector\Connection;

/** `wp causeway connection`. Secrets go in and never come out. */
final class ConnectionCommands {

	public function __construct( private readonly ConnectionDesk $desk ) {}

	public function register(): void {
		$slug = [
			'type'        => 'positional',
			'name'        => 'connection',
			'description' => 'Id of the connection (zoho-crm).',
		];
		\WP_CLI::add_command(
			'causeway connection list',
			$this->list( ... ),
			[
				'shortdesc' => 'Lists the connections and the state they were last seen in.',
				'synopsis'  => [ CatalogCommands::formatOption() ],
			]
		);
		\WP_CLI::add_command(
			'causeway connection test',
			$this->test( ... ),
			[
				'shortdesc' => 'Asks the other system now whether the connection works.',
				'synopsis'  => [ $slug, CatalogCommands::formatOption() ],
			]
		);
		\WP_CLI::add_command(
			'causeway connection set',
			$this->set( ... ),
			[
				'shortdesc' => 'Makes or changes a connection: one --<field>=<value> for each field of its system.',
				'longdesc'  => 'Fields that are left out stay as they are. --system is needed only where the id is not the system’s own. --may_write=1 allows fixes.',
				'synopsis'  => [
					$slug,
					[
						'type'     => 'assoc',
						'name'     => 'system',
						'optional' => true,
					],
					[
						'type'        => 'generic',
						'name'        => 'field',
						'optional'    => true,
						'description' => 'A field of the system, such as --client_id=….',
					],
				],
			]
		);
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function list( array $arguments, array $options ): void {
		$rows = [];
		foreach ( $this->desk->all() as $connection ) {
			$rows[] = [
				'id'         => $connection->id,
				'system'     => $connection->system,
				'may_write'  => $connection->mayWrite,
				'conditions' => implode( ', ', array_map( static fn ( Condition $condition ): string => "{$condition->type}={$condition->status->value}", $this->desk->conditions( $connection ) ) ),
			];
		}
		Output::rows( Output::format( $options ), $rows, [ 'id', 'system', 'may_write', 'conditions' ] );
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function test( array $arguments, array $options ): void {
		$format     = Output::format( $options );
		$conditions = $this->desk->test( $arguments[0] ?? '' );
		if ( null === $conditions ) {
			Output::refuse( 'There is no such connection.' );
		}
		Output::rows( $format, array_map( static fn ( Condition $condition ): array => $condition->toArray(), $conditions ), [ 'type', 'status', 'reason', 'message' ] );
		foreach ( $conditions as $condition ) {
			if ( 'false' === $condition->status->value ) {
				\WP_CLI::halt( Output::COULD_NOT );
			}
		}
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function set( array $arguments, #[\SensitiveParameter] array $options ): void {
		$id       = $arguments[0] ?? '';
		$stored   = array_values( array_filter( $this->desk->all(), static fn ( Connection $connection ): bool => $connection->id === $id ) )[0] ?? null;
		$system   = is_string( $options['system'] ?? null ) ? $options['system'] : $stored->system ?? $id;
		$mayWrite = array_key_exists( 'may_write', $options ) ? in_array( $options['may_write'], [ true, '1', 'true', 'yes' ], true ) : null;
		$values   = [];
		foreach ( array_diff_key( $options, array_flip( [ 'system', 'may_write', 'format' ] ) ) as $name => $value ) {
			if ( is_scalar( $value ) ) {
				$values[ $name ] = is_bool( $value ) ? ( $value ? '1' : '' ) : (string) $value;
			}
		}
		$problems = $this->desk->save( $id, $system, $values, $mayWrite );
		if ( [] !== $problems ) {
			foreach ( $problems as $field => $problem ) {
				\WP_CLI::warning( Output::plain( "{$field}: {$problem}" ) );
			}
			Output::refuse( 'Nothing was saved.', Output::BAD_ARGUMENTS );
		}
		\WP_CLI::success( sprintf( 'Saved the connection %s.', Output::plain( $id ) ) );
	}
}
