<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Clock;
use Causeway\Support\Finding;
use Causeway\Support\Truth;

/** Writes findings of one system: one time source, one way of clipping, one word for each reason. */
final class FindingWriter {

	/** Characters of evidence that a finding carries at most. */
	private const DETAIL_LENGTH = 300;

	public function __construct(
		private readonly string $system,
		private readonly string $source,
		private readonly Clock $clock,
		private readonly Redactor $redactor = new Redactor(),
	) {}

	public function of( string $key, bool $value, string $detail = '' ): Finding {
		return $this->write( $key, Truth::of( $value ), $detail, '' );
	}

	public function true( string $key, string $detail = '' ): Finding {
		return $this->write( $key, Truth::True, $detail, '' );
	}

	public function false( string $key, string $detail = '' ): Finding {
		return $this->write( $key, Truth::False, $detail, '' );
	}

	public function unknown( string $key, string $reason, string $detail = '' ): Finding {
		return $this->write( $key, Truth::Unknown, $detail, $reason );
	}

	/**
	 * @param list<string> $keys
	 * @return list<Finding>
	 */
	public function allUnknown( array $keys, string $reason, string $detail = '' ): array {
		return array_map( fn ( string $key ): Finding => $this->unknown( $key, $reason, $detail ), $keys );
	}

	private function write( string $key, Truth $truth, string $detail, string $reason ): Finding {
		return new Finding( $this->system, $key, $truth, $this->source, $this->clock->now(), $this->redactor->text( $detail, self::DETAIL_LENGTH ), $reason );
	}
}
