<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;

/** A user of an own server, whole: it is saved as it was read, but for what is meant to change. */
final class User {

	/** Flag of a licence that is a user plan. Source: the client @superoffice/webapi, ModuleLicenseLink.extraFlags. */
	private const PLAN_FLAG = 1;

	/**
	 * @param array<mixed> $json
	 * @param string       $body The same, as it came.
	 */
	public function __construct( private readonly array $json, private readonly string $body ) {}

	public function associateId(): string {
		return JsonPath::text( $this->json, 'AssociateId' );
	}

	public function name(): string {
		$name = JsonPath::text( $this->json, 'Person', 'FullName' );
		return Redactor::clip( '' === $name ? JsonPath::text( $this->json, 'Name' ) : $name, 100 );
	}

	public function userName(): string {
		return Redactor::clip( JsonPath::text( $this->json, 'UserName' ), 100 );
	}

	public function isDeleted(): bool {
		return 'true' === JsonPath::text( $this->json, 'Deleted' );
	}

	public function isPersonRetired(): bool {
		return 'true' === JsonPath::text( $this->json, 'IsPersonRetired' );
	}

	/** Null where the server does not tell. */
	public function waitsForApproval(): ?bool {
		return JsonPath::has( $this->json, 'WaitingForApproval' ) ? 'true' === JsonPath::text( $this->json, 'WaitingForApproval' ) : null;
	}

	/** Unix seconds; 0 for never, null where the server does not tell. */
	public function lastLogin(): ?int {
		return JsonPath::has( $this->json, 'Lastlogin' ) ? Agent::time( JsonPath::text( $this->json, 'Lastlogin' ) ) : null;
	}

	/** @return list<Licence> */
	public function licences(): array {
		$links = [];
		foreach ( JsonPath::rows( $this->json, 'LicenseOwners' ) as $owner ) {
			$links = [ ...$links, ...JsonPath::rows( $owner, 'RestrictedModuleLicenses' ) ];
		}
		$hasPlans = [] !== array_filter( $links, self::isFlagged( ... ) );
		return array_map(
			static fn ( array $link ): Licence => new Licence(
				JsonPath::text( $link, 'Name' ),
				Redactor::clip( JsonPath::text( $link, 'Description' ), 100 ),
				// Before user plans there were only licences, of which those that need no other one let a person in.
				$hasPlans ? self::isFlagged( $link ) : '' === JsonPath::text( $link, 'PrerequisiteModuleName' ),
				'true' === JsonPath::text( $link, 'Assigned' ),
				'true' === JsonPath::text( $link, 'CanAssign' ) && ( 'true' === JsonPath::text( $link, 'Unrestricted' ) || (int) JsonPath::text( $link, 'Free' ) > 0 ),
			),
			$links
		);
	}

	/** @return list<Licence> Those that the user has. */
	public function assigned(): array {
		return array_values( array_filter( $this->licences(), static fn ( Licence $licence ): bool => $licence->isAssigned ) );
	}

	public function hasPlan(): bool {
		return [] !== array_filter( $this->assigned(), static fn ( Licence $licence ): bool => $licence->isPlan );
	}

	/** @return list<Licence> Plans of which a seat can be given. */
	public function freePlans(): array {
		return array_values( array_filter( $this->licences(), static fn ( Licence $licence ): bool => $licence->isPlan && $licence->isFree ) );
	}

	/**
	 * The same user with these licences and no others, not retired.
	 *
	 * Everything else goes back as it came: an empty object stays one, and no list.
	 *
	 * @param list<string> $names
	 */
	public function withLicences( array $names ): \stdClass {
		$user = json_decode( $this->body );
		if ( ! $user instanceof \stdClass ) {
			throw new \LogicException( 'A user is made of a record only.' );
		}
		$user->Deleted = false;
		foreach ( self::objects( $user->LicenseOwners ?? null ) as $owner ) {
			foreach ( self::objects( $owner->RestrictedModuleLicenses ?? null ) as $link ) {
				$link->Assigned = in_array( $link->Name ?? null, $names, true );
			}
		}
		return $user;
	}

	/** @return list<\stdClass> */
	private static function objects( mixed $list ): array {
		return is_array( $list ) ? array_values( array_filter( $list, static fn ( mixed $one ): bool => $one instanceof \stdClass ) ) : [];
	}

	/** @param array<mixed> $link */
	private static function isFlagged( array $link ): bool {
		return 0 !== ( (int) JsonPath::text( $link, 'ExtraFlags' ) & self::PLAN_FLAG );
	}
}
