<?php

declare(strict_types=1);

namespace Causeway\Systems\CatalystConnect\Probes;

use Causeway\Connector\FindingWriter;
use Causeway\Connector\PortalDirectory;
use Causeway\Connector\Subject;
use Causeway\Support\Finding;

/** The person's row in the portal's own user table. */
final class PortalUserProbe {

	public const PRODUCES = [ 'portal-user.exists', 'portal-user.active', 'portal-user.pending', 'portal-user.awaiting-approval' ];

	public function __construct( private readonly PortalDirectory $portal ) {}

	/** @return list<Finding> */
	public function answer( FindingWriter $write, Subject $subject ): array {
		if ( ! $this->portal->isPresent() ) {
			return $write->allUnknown( self::PRODUCES, 'portal-absent' );
		}
		$names = array_filter( [ $subject->loginName, $subject->email ], static fn ( string $name ): bool => '' !== $name );
		if ( 0 === $subject->portalUserId && [] === $names ) {
			return $write->allUnknown( self::PRODUCES, 'nobody-known' );
		}
		$row = $subject->portalUserId > 0 ? $this->portal->byId( $subject->portalUserId ) : null;
		foreach ( $names as $name ) {
			$row ??= $this->portal->byUsernameOrEmail( $name );
		}
		if ( null === $row ) {
			return [
				$write->false( 'portal-user.exists', 'No portal user has this name or address.' ),
				$write->false( 'portal-user.active' ),
				// Unverified sign-ups wait in a table that also holds the password that was chosen, so it is never read.
				$write->unknown( 'portal-user.pending', 'not-readable', 'Sign-ups that wait for their e-mail to be verified are not looked at.' ),
				$write->false( 'portal-user.awaiting-approval' ),
			];
		}
		$who = $row['fullName'] . ' <' . $row['email'] . '>, status “' . $row['status'] . '”.';
		return [
			$write->true( 'portal-user.exists', $who ),
			$write->of( 'portal-user.active', 'active' === $row['status'], $who ),
			$write->of( 'portal-user.pending', in_array( $row['status'], [ 'pending', 'unverified' ], true ), $who ),
			$write->of( 'portal-user.awaiting-approval', 'approve' === $row['status'], $who ),
		];
	}
}
