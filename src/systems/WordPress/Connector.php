<?php

declare(strict_types=1);

namespace Causeway\Systems\WordPress;

use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\Connector as ConnectorContract;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\PeopleDirectory;
use Causeway\Connector\Subject;
use Causeway\Support\Clock;
use Causeway\Support\Truth;
use Causeway\Systems\WordPress\Probes\LoginProbe;
use Causeway\Systems\WordPress\Probes\UserProbe;

/** This WordPress itself. It is always reachable and needs no connection. */
final class Connector implements ConnectorContract {

	public const SYSTEM = 'wordpress';

	/** @param string $adminUrl Address of wp-admin, with a slash at the end. */
	public function __construct( private readonly PeopleDirectory $people, private readonly Clock $clock, private readonly string $adminUrl ) {}

	public function system(): string {
		return self::SYSTEM;
	}

	public function examine( Subject $subject, Connection $connection ): array {
		$write = new FindingWriter( self::SYSTEM, 'this WordPress', $this->clock );
		return [
			...( new UserProbe( $this->people ) )->answer( $write, $subject ),
			...( new LoginProbe( $this->clock ) )->answer( $write, $subject ),
		];
	}

	public function test( Connection $connection ): array {
		return [ new Condition( 'reachable', Truth::True, 'ok', '', $this->clock->now() ) ];
	}

	public function actions(): array {
		return [];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return match ( true ) {
			'user' === $name && $subject->userId > 0 => $this->adminUrl . 'user-edit.php?user_id=' . $subject->userId,
			'user' === $name, 'users' === $name => $this->adminUrl . 'users.php',
			'add-user' === $name => $this->adminUrl . 'user-new.php',
			'plugins' === $name => $this->adminUrl . 'plugins.php',
			'site-health' === $name => $this->adminUrl . 'site-health.php',
			'general-settings' === $name => $this->adminUrl . 'options-general.php',
			default => '',
		};
	}
}
