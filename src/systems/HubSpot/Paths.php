<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

/**
 * Where HubSpot's calls lie, and in which version. Dated versions answer beside these; the numbered ones go on.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection
 */
final class Paths {

	public const CONTACTS     = '/crm/v3/objects/contacts';
	public const COMPANIES    = '/crm/v3/objects/companies';
	public const ASSOCIATIONS = '/crm/v4/objects/contacts';
	public const PROPERTIES   = '/crm/v3/properties/contacts';
	public const ACCOUNT      = '/account-info/v3';
	public const TOKEN        = '/oauth/v1/token';
}
