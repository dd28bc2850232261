<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Paths;

/**
 * Searches active contacts. The index knows of a change some seconds late, and takes five searches a second.
 *
 * A search shows 10,000 results at most; whoever reads more goes on behind the last id instead of by pages.
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (Contacts, search)
 *
 * @implements ApiRequest<ContactPage>
 */
final class SearchContacts implements ApiRequest {

	public const MOST = 200;

	private const FEW = 10;

	/**
	 * @param list<list<array{propertyName: string, operator: string, value: string}>> $groups     Any of these, each with all of its filters.
	 * @param list<string>                                                             $properties
	 */
	private function __construct( private readonly array $groups, private readonly array $properties, private readonly int $limit ) {}

	/**
	 * Those that have the address, as their own or as an additional one.
	 *
	 * @param list<string> $properties
	 */
	public static function withAddress( string $address, array $properties = Contact::CERTAIN ): self {
		$address = mb_strtolower( $address );
		return new self( [ [ self::filter( 'email', 'EQ', $address ) ], [ self::filter( 'hs_additional_emails', 'CONTAINS_TOKEN', $address ) ] ], $properties, self::FEW );
	}

	/** Those into which that contact was merged. */
	public static function absorbing( string $id ): self {
		return new self( [ [ self::filter( 'hs_merged_object_ids', 'CONTAINS_TOKEN', $id ) ] ], Contact::CERTAIN, self::FEW );
	}

	/**
	 * The next ones behind an id, in the order of ids.
	 *
	 * @param int          $changedSince Unix seconds; 0 for all.
	 * @param list<string> $properties
	 */
	public static function behind( string $id, int $changedSince, array $properties ): self {
		$filters = [ self::filter( 'hs_object_id', 'GT', '' === $id ? '0' : $id ) ];
		if ( $changedSince > 0 ) {
			$filters[] = self::filter( 'lastmodifieddate', 'GTE', $changedSince . '000' );
		}
		return new self( [ $filters ], $properties, self::MOST );
	}

	public function request( string $base ): Request {
		$body = [
			'filterGroups' => array_map( static fn ( array $filters ): array => [ 'filters' => $filters ], $this->groups ),
			'properties'   => $this->properties,
			'limit'        => $this->limit,
			'sorts'        => [
				[
					'propertyName' => 'hs_object_id',
					'direction'    => 'ASCENDING',
				],
			],
		];
		return new Request( 'POST', $base . Paths::CONTACTS . '/search', [ 'Content-Type' => 'application/json' ], [], (string) json_encode( $body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) );
	}

	public function answer( Response $response ): ContactPage {
		return ContactPage::of( $response );
	}

	/** @return array{propertyName: string, operator: string, value: string} */
	private static function filter( string $property, string $operator, string $value ): array {
		return [
			'propertyName' => $property,
			'operator'     => $operator,
			'value'        => $value,
		];
	}
}
