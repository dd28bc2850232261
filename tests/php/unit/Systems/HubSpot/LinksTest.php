<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Connection;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Subject;
use Causeway\Systems\HubSpot\Links;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Addresses of the screens in the customer's own account, at its own data centre. */
#[CoversNothing]
final class LinksTest extends LabCase {

	/** @param array<string, string> $facts */
	private static function link( string $name, array $facts, Subject $subject, string $field = 'portal_user_name' ): string {
		return ( new Links( new Connection( 'hubspot', 'hubspot', [ 'portal_field' => $field ], [], false, $facts ) ) )->to( $name, $subject );
	}

	public function testTheyAreLearntAtTheFirstLook(): void {
		$partner     = RandomPartner::meet( $this->lab );
		$connections = new MemoryConnections( $this->door() );
		$connector   = $this->connector( $connections );
		self::assertSame( '', $connector->link( 'contact', $partner->subject(), $this->door() ), 'nobody has looked yet' );
		$this->examine( $partner->subject(), connector: $connector );
		$known = $connections->get( 'hubspot' ) ?? throw new \LogicException( 'It is there.' );
		$state = $this->lab->state();
		$host  = JsonPath::text( $state, 'account', 'uiDomain' );
		self::assertSame( 'https://' . $host . '/contacts/' . Northwind::PORTAL_ID . '/record/0-1/' . $partner->id, $connector->link( 'contact', $partner->subject(), $known ), "seed {$partner->seed}" );
		self::assertSame( 'https://' . $host . '/contacts/' . Northwind::PORTAL_ID . '/record/0-2/' . $partner->companyId, $connector->link( 'company', $partner->subject(), $known ) );
	}

	public function testWhatIsNotKnownForSureHasNoAddress(): void {
		$facts = [
			'uiDomain' => 'app-eu1.hubspot.com',
			'portalId' => '123',
		];
		$whole = new Subject( 'user:1', contactId: '51', accountId: '9' );
		self::assertSame( 'https://app-eu1.hubspot.com/property-settings/123/properties?type=0-1&action=edit&property=portal_user_name', self::link( 'property', $facts, $whole ) );
		self::assertSame( 'https://app-eu1.hubspot.com/property-settings/123/properties?type=0-1', self::link( 'properties', $facts, $whole ) );
		self::assertSame( 'https://app-eu1.hubspot.com/settings/123/objects/0-1/record-customization', self::link( 'contact-layout', $facts, $whole ) );
		foreach ( [ 'restore-records', 'contacts', 'private-apps', 'usage', 'members', 'users', 'connection' ] as $name ) {
			self::assertSame( '', self::link( $name, $facts, $whole ), $name );
		}
		self::assertSame( '', self::link( 'property', $facts, $whole, '"><script>' ) );
		self::assertSame( '', self::link( 'contact', $facts, new Subject( 'user:1', contactId: '51/../../x' ) ) );
		self::assertSame( '', self::link( 'contact', [ 'portalId' => '123' ], $whole ) );
	}

	public function testAHostThatIsNotHubSpotsIsNotBelieved(): void {
		$this->lab->play(
			[
				'merge'   => true,
				'account' => [ 'uiDomain' => 'app.hubspot.com.evil.example' ],
			]
		);
		$connections = new MemoryConnections( $this->door() );
		$this->examine( Northwind::subject( 'fine' ), connector: $this->connector( $connections ) );
		self::assertArrayNotHasKey( 'uiDomain', $connections->get( 'hubspot' )->facts ?? [] );
	}
}
