<?php

declare(strict_types=1);

namespace Causeway\Systems\CatalystConnect;

use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\Connector as ConnectorContract;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\PortalDirectory;
use Causeway\Connector\Subject;
use Causeway\Support\Clock;
use Causeway\Support\Truth;
use Causeway\Systems\CatalystConnect\Probes\PortalCallProbe;
use Causeway\Systems\CatalystConnect\Probes\PortalProbe;
use Causeway\Systems\CatalystConnect\Probes\PortalUserProbe;

/** The client portal that runs in this WordPress. It has no API: its own tables and its own calls tell its state. */
final class Connector implements ConnectorContract {

	public const SYSTEM = 'catalyst-connect';

	/** @param string $adminUrl Address of wp-admin, with a slash at the end. */
	public function __construct(
		private readonly PortalDirectory $portal,
		private readonly ConnectionStore $connections,
		private readonly Clock $clock,
		private readonly string $adminUrl,
	) {}

	public function system(): string {
		return self::SYSTEM;
	}

	public function examine( Subject $subject, Connection $connection ): array {
		$write = new FindingWriter( self::SYSTEM, 'the portal on this site', $this->clock );
		$seen  = new FindingWriter( self::SYSTEM, 'the refused request', $this->clock );
		return [
			...( new PortalProbe( $this->portal, $this->clock ) )->answer( $write, $this->dataCentre() ),
			...( new PortalUserProbe( $this->portal ) )->answer( $write, $subject ),
			...( new PortalCallProbe() )->answer( $seen, $subject ),
		];
	}

	public function test( Connection $connection ): array {
		$isPresent = $this->portal->isPresent();
		return [ new Condition( 'reachable', Truth::of( $isPresent ), $isPresent ? 'ok' : 'portal-absent', $isPresent ? '' : 'This site has no user table of the portal.', $this->clock->now() ) ];
	}

	public function actions(): array {
		return [];
	}

	/** Source of the page slugs: the plugin's published code, version 2.2.0. The paid edition's are not known. */
	public function link( string $name, Subject $subject, Connection $connection ): string {
		if ( ! $this->portal->isPresent() ) {
			return '';
		}
		$pages = [
			'portal-users'    => 'usersmanagement',
			'portal-user'     => $subject->portalUserId > 0 ? 'usersmanagement&action=userdetails&uid=' . $subject->portalUserId : 'usersmanagement',
			'pending-users'   => 'usersmanagement&action=pendinguser',
			'licence'         => 'dashboard',
			'zoho-connection' => 'ccgpp-zohocrmapi',
		];
		return isset( $pages[ $name ] ) ? $this->adminUrl . 'admin.php?page=' . $pages[ $name ] : '';
	}

	/** The CRM's connection tells where its organisation lives. */
	private function dataCentre(): string {
		$crm = $this->connections->ofSystem( PortalDirectory::CRM );
		// Only a connection that has had an answer has proved where the organisation lives.
		return null === $crm || '' === ( $crm->facts['zgid'] ?? '' ) || 'custom' === ( $crm->fields['data_centre'] ?? '' ) ? '' : ( $crm->fields['data_centre'] ?? '' );
	}
}
