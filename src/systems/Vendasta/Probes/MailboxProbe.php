<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Systems\Vendasta\Examination;

/**
 * Whether the user's mailbox was proved, and mail can be sent to it. It asks nothing: the user's own record told it.
 *
 * @implements Probe<Examination>
 */
final class MailboxProbe implements Probe {

	public const PRODUCES = [ 'user.confirmed', 'user.has-email' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( null === $look->user ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noUser );
		}
		return [
			$this->say( $look, 'user.confirmed', $look->user->isConfirmed ),
			$this->say( $look, 'user.has-email', $look->user->isMailable ),
		];
	}

	private function say( Examination $look, string $key, Truth $truth ): Finding {
		return Truth::Unknown === $truth ? $look->write->unknown( $key, 'not-visible' ) : $look->write->of( $key, Truth::True === $truth, (string) $look->user?->email );
	}
}
