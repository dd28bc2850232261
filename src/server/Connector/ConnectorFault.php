<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** The one outcome of a remote call that did not answer the question. */
final class ConnectorFault extends \RuntimeException {

	/**
	 * @param string   $message           Plain English for the site admin and the journal; holds no secret, no body, no header.
	 * @param int|null $retryAfterSeconds What the vendor asked for, where it did.
	 * @param string   $vendorCode        The vendor's own error word, at most 64 printable ASCII characters.
	 */
	public function __construct(
		public readonly FaultKind $kind,
		string $message,
		public readonly ?int $retryAfterSeconds = null,
		public readonly string $vendorCode = '',
		public readonly int $status = 0,
	) {
		parent::__construct( $message );
	}

	/** The connection lacks a field without which nothing can be asked. */
	public static function notSetUp( string $message ): self {
		return new self( FaultKind::Unauthorised, $message, vendorCode: 'causeway-not-set-up' );
	}

	/** Machine reason for findings and conditions: the kind, or our own word where Causeway itself refused to ask (`budget-spent`, `circuit-open`, …). */
	public function reason(): string {
		return str_starts_with( $this->vendorCode, 'causeway-' ) ? substr( $this->vendorCode, 9 ) : $this->kind->value;
	}
}
