<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;

/** Addresses of the screens in the customer's own organisation. Those whose form is not sure have none: there the menu path is shown. */
final class Links {

	private const SCREENS = [
		'contacts'       => '/lightning/o/Contact/home',
		'recycle-bin'    => '/lightning/o/DeleteEvent/home',
		'users'          => '/lightning/setup/ManageUsers/home',
		'contact-fields' => '/lightning/setup/ObjectManager/Contact/FieldsAndRelationships/view',
		'profiles'       => '/lightning/setup/EnhancedProfiles/home',
		'sites'          => '/lightning/setup/SetupNetworks/home',
		'licences'       => '/lightning/setup/CompanyProfileInfo/home',
		'api-usage'      => '/lightning/setup/CompanyResourceUsage/home',
		'login-history'  => '/lightning/setup/LoginHistory/home',
		'app'            => '/lightning/setup/ManageExternalClientApplication/home',
	];

	public function __construct( private readonly Connection $connection ) {}

	public function to( string $name, Subject $subject ): string {
		$screens = Domain::screens( $this->connection );
		if ( '' === $screens ) {
			return '';
		}
		$contact = SalesforceId::of( SalesforceId::CONTACT, $subject->contactId );
		$account = SalesforceId::of( SalesforceId::ACCOUNT, $subject->accountId );
		return match ( true ) {
			isset( self::SCREENS[ $name ] ) => $screens . self::SCREENS[ $name ],
			'contact' === $name && '' !== $contact => $screens . '/lightning/r/Contact/' . $contact . '/view',
			'account' === $name && '' !== $account => $screens . '/lightning/r/Account/' . $account . '/view',
			default => '',
		};
	}
}
