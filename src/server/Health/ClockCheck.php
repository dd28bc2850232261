<?php

declare(strict_types=1);

namespace Causeway\Health;

use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;

/** This server's clock against those of connected systems, as their answers last said. Signed logins fail where they differ. */
final class ClockCheck {

	/** What most libraries of SAML and OpenID Connect bear at the most. */
	private const TOO_MUCH_SECONDS = 300;

	private const MUCH_SECONDS = 60;

	/**
	 * @param list<Connection>          $connections
	 * @param \Closure(string): string $title Of a system.
	 */
	public function verdict( array $connections, \Closure $title ): Verdict {
		$worst = 0;
		$lines = [];
		foreach ( $connections as $connection ) {
			$offset = (int) ( $connection->facts[ Conversation::CLOCK_OFFSET ] ?? '0' );
			$worst  = max( $worst, abs( $offset ) );
			if ( abs( $offset ) >= self::MUCH_SECONDS ) {
				$lines[] = $offset > 0
					/* translators: 1: length of time such as 7 mins, 2: system such as Zoho CRM */
					? sprintf( __( 'It is %1$s ahead of %2$s.', 'causeway' ), human_time_diff( 0, $offset ), $title( $connection->system ) )
					/* translators: 1: length of time such as 7 mins, 2: system such as Zoho CRM */
					: sprintf( __( 'It is %1$s behind %2$s.', 'causeway' ), human_time_diff( 0, -$offset ), $title( $connection->system ) );
			}
		}
		return [] === $lines
			? new Verdict( 'good', __( 'This server’s clock is right', 'causeway' ), [] === $connections ? __( 'No connected system says otherwise, because none is connected.', 'causeway' ) : __( 'Connected systems have the same time, as far as their last answers said.', 'causeway' ) )
			: new Verdict( $worst >= self::TOO_MUCH_SECONDS ? 'critical' : 'recommended', __( 'This server’s clock is not that of the systems it works with', 'causeway' ), implode( ' ', $lines ) . ' ' . __( 'Signed logins and one-time codes are refused where clocks differ by minutes. Have the server set its clock by NTP.', 'causeway' ) );
	}
}
