<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Soql;

/**
 * Finds users by the contact that they belong to, or by user name and address.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_user.htm
 *
 * @implements ApiRequest<list<User>>
 */
final class FindUsers implements ApiRequest {

	private const FIELDS = 'Id, Username, Email, IsActive, ContactId, UserType, LastLoginDate, Profile.UserLicense.Name';

	private const MOST = 50;

	private function __construct( private readonly string $where ) {}

	public static function byContact( string $contactId ): self {
		return new self( 'ContactId = ' . Soql::text( $contactId ) );
	}

	/** @param non-empty-list<string> $names User names or addresses. */
	public static function byName( array $names ): self {
		$either = [];
		foreach ( $names as $name ) {
			$either[] = $name;
			$either[] = mb_strtolower( $name );
		}
		$texts = Soql::texts( array_values( array_unique( $either ) ) );
		return new self( 'Username IN ' . $texts . ' OR Email IN ' . $texts );
	}

	public function request( string $base ): Request {
		return Query::live( $base, 'SELECT ' . self::FIELDS . ' FROM User WHERE ' . $this->where . ' LIMIT ' . self::MOST );
	}

	public function answer( Response $response ): array {
		$users = array_map( static fn ( array $row ): User => new User( $row ), Query::rows( $response )->rows );
		return array_values( array_filter( $users, static fn ( User $user ): bool => '' !== $user->id ) );
	}
}
