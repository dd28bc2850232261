<?php

declare(strict_types=1);

namespace Causeway\Tests\Support\Seed;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Dynamics365;
use Causeway\Tests\Unit\Systems\HubSpot;
use Causeway\Tests\Unit\Systems\Lab;
use Causeway\Tests\Unit\Systems\Magentrix;
use Causeway\Tests\Unit\Systems\Salesforce;
use Causeway\Tests\Unit\Systems\SuperOffice;
use Causeway\Tests\Unit\Systems\Vendasta;
use Causeway\Tests\Unit\Systems\ZohoCrm;
use Causeway\Tests\Unit\Systems\ZohoDesk;

/** The scenarios of the systems' own tests, in one shape: what is played in the lab, who is refused, how Causeway is connected. */
final class LabScenes {

	public const SYSTEMS = [ 'zoho-crm', 'zoho-desk', 'salesforce', 'dynamics-365', 'hubspot', 'magentrix', 'superoffice', 'vendasta' ];

	/**
	 * @return iterable<string, array{Subject, list<array<string, mixed>>, list<string>, Connection}> Cause → who, orders to the lab, symptoms
	 *         with their system (`magentrix:cannot-log-in`), and the connection in whose settings this is seen.
	 */
	public static function of( string $system, Lab $lab ): iterable {
		foreach ( self::scenarios( $system ) as $cause => $scenario ) {
			[ $subject, $orders ] = $scenario;
			$symptoms             = array_values( array_filter( $scenario, is_array( ... ) ) );
			$symptoms             = end( $symptoms );
			if ( 'zoho-crm' === $system ) {
				$orders = array_map( static fn ( array $order ): array => $order + [ 'client' => $lab->text( 'credentials', 'clientId' ) ], $orders );
			}
			$symptoms = array_map( static fn ( string $symptom ): string => str_contains( $symptom, ':' ) ? $symptom : "{$system}:{$symptom}", $symptoms );
			yield $cause => [ $subject, $orders, $symptoms, self::connection( $system, $lab, $scenario[3] ) ];
		}
	}

	/** How the system is connected while nothing is wrong. */
	public static function plainConnection( string $system, Lab $lab ): Connection {
		return self::connection( $system, $lab, 'hubspot' === $system || 'dynamics-365' === $system ? [] : 'portal' );
	}

	/** @return array<string, array<int, mixed>> */
	private static function scenarios( string $system ): array {
		return match ( $system ) {
			'zoho-crm'     => ZohoCrm\Scenarios::all(),
			'zoho-desk'    => ZohoDesk\Scenarios::all(),
			'salesforce'   => Salesforce\Scenarios::all(),
			'dynamics-365' => Dynamics365\Scenarios::all(),
			'hubspot'      => HubSpot\Scenarios::all(),
			'magentrix'    => Magentrix\Scenarios::all(),
			'superoffice'  => SuperOffice\Scenarios::all(),
			'vendasta'     => Vendasta\Scenarios::all(),
		};
	}

	/** @param mixed $how Salesforce: where people log in; SuperOffice: the edition; HubSpot and Dynamics 365: fields that differ. */
	private static function connection( string $system, Lab $lab, mixed $how ): Connection {
		$fields = 'hubspot' === $system || 'dynamics-365' === $system ? (array) $how : [];
		return match ( $system ) {
			'zoho-crm'     => self::zohoCrm( $lab ),
			'zoho-desk'    => ZohoDesk\Door::to( $lab ),
			'salesforce'   => 'site' === $how ? Salesforce\Doors::site( $lab ) : Salesforce\Doors::portal( $lab ),
			'dynamics-365' => Dynamics365\Northwind::connection( $lab, fields: $fields ),
			'hubspot'      => HubSpot\Northwind::privateApp( $lab, fields: $fields ),
			'magentrix'    => Magentrix\People::connection( $lab ),
			'superoffice'  => 'onsite' === $how ? SuperOffice\Doors::onsite( $lab ) : SuperOffice\Doors::online( $lab ),
			'vendasta'     => Vendasta\Door::to( $lab ),
		};
	}

	private static function zohoCrm( Lab $lab ): Connection {
		return new Connection(
			'zoho-crm',
			'zoho-crm',
			[
				'data_centre'    => 'custom',
				'api_base'       => $lab->text( 'base' ),
				'accounts_base'  => $lab->text( 'accounts' ),
				'client_id'      => $lab->text( 'credentials', 'clientId' ),
				'username_field' => 'User_Name',
			],
			[
				'client_secret' => $lab->text( 'credentials', 'clientSecret' ),
				'refresh_token' => $lab->text( 'credentials', 'refreshToken' ),
			],
			false
		);
	}
}
