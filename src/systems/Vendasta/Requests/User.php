<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Support\Truth;

/** A user of Vendasta as the connection sees it: what its role does not cover comes back empty or not at all. */
final class User {

	/**
	 * @param string            $email          Lower case; '' where it is hidden.
	 * @param Truth             $isConfirmed    Whether the mailbox was proved; unknown where it is hidden.
	 * @param Truth             $isMailable     Whether mail can be sent; unknown where it is hidden.
	 * @param list<string>|null $businesses     `AG-…`; null where they are hidden.
	 * @param list<string>|null $platformAccess Of team members; null where it is hidden, or not told: Vendasta has only proposed it.
	 * @param int               $changedAt      Unix seconds; permissions do not touch it. 0 where it is not said.
	 */
	private function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly string $givenName,
		public readonly string $familyName,
		public readonly string $email,
		public readonly Truth $isConfirmed,
		public readonly Truth $isMailable,
		public readonly ?array $businesses,
		public readonly ?array $platformAccess,
		public readonly string $language,
		public readonly string $timeZone,
		public readonly int $changedAt,
	) {}

	/** Whether a text has the form of a user's id; ids of other systems have another. */
	public static function isId( string $id ): bool {
		return 1 === preg_match( '/^U[A-Z]{0,3}-[A-Za-z0-9-]{1,80}$/D', $id );
	}

	/** Whether a text has the form of a business's id. */
	public static function isBusinessId( string $id ): bool {
		return 1 === preg_match( '/^AG-[A-Za-z0-9]{1,40}$/D', $id );
	}

	/**
	 * Null for a record that is no user.
	 *
	 * @param array<mixed> $resource
	 */
	public static function of( array $resource ): ?self {
		$id = JsonPath::text( $resource, 'id' );
		if ( 'users' !== JsonPath::text( $resource, 'type' ) || ! self::isId( $id ) ) {
			return null;
		}
		$attributes    = is_array( $resource['attributes'] ?? null ) ? $resource['attributes'] : [];
		$relationships = is_array( $resource['relationships'] ?? null ) ? $resource['relationships'] : [];
		$email         = mb_strtolower( trim( JsonPath::text( $attributes, 'email' ) ) );
		$changedAt     = \DateTimeImmutable::createFromFormat( \DateTimeInterface::ATOM, (string) preg_replace( '/\.\d{1,9}/', '', JsonPath::text( $attributes, 'updatedAt' ) ) );
		// An address that is hidden can come as an empty one; the rest of its kind says nothing then either.
		$truth = static fn ( string $name ): Truth => match ( '' === $email ? '' : JsonPath::text( $attributes, $name ) ) {
			'true' => Truth::True,
			'false' => Truth::False,
			default => Truth::Unknown,
		};
		return new self(
			$id,
			Redactor::clip( JsonPath::text( $attributes, 'displayName' ), 100 ),
			JsonPath::text( $attributes, 'givenName' ),
			JsonPath::text( $attributes, 'familyName' ),
			$email,
			$truth( 'emailVerified' ),
			$truth( 'emailSet' ),
			JsonApi::identifiers( $relationships['businessLocations'] ?? null ),
			JsonApi::identifiers( $relationships['platformAccess'] ?? null ),
			JsonPath::text( $attributes, 'languageLocaleCode' ),
			JsonPath::text( $attributes, 'timeZone' ),
			false === $changedAt ? 0 : $changedAt->getTimestamp(),
		);
	}

	/** An id without anything else: what is left of a user who was deleted. */
	public function isShell(): bool {
		return '' === $this->name && '' === $this->email;
	}

	/** For a person to recognise. */
	public function label(): string {
		return trim( $this->name . ' (' . ( '' === $this->email ? 'address hidden' : $this->email ) . ', ' . $this->id . ')' );
	}
}
