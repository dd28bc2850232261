<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** One page of a list of cases. */
final class CasePage {

	/**
	 * @param list<CaseFile> $cases
	 * @param int            $totalCount Exact up to 1,000; 1,000 stands for more.
	 */
	public function __construct(
		public readonly array $cases,
		public readonly bool $hasNextPage,
		public readonly int $totalCount,
	) {}

	/** Names a case's place in the order, for {@see CaseQuery::$after}. */
	public static function cursorOf( CaseFile $case ): string {
		return rtrim( strtr( base64_encode( $case->lastAttemptAt . ':' . $case->id ), '+/', '-_' ), '=' );
	}

	/** @return array{int, int}|null Time of the last attempt and id; null where it is no cursor of ours. */
	public static function readCursor( string $cursor ): ?array {
		$plain = base64_decode( strtr( $cursor, '-_', '+/' ), true );
		return false !== $plain && preg_match( '/^(\d{1,10}):(\d{1,18})$/D', $plain, $parts ) ? [ (int) $parts[1], (int) $parts[2] ] : null;
	}

	public function endCursor(): ?string {
		$last = $this->cases[ count( $this->cases ) - 1 ] ?? null;
		return null === $last ? null : self::cursorOf( $last );
	}
}
