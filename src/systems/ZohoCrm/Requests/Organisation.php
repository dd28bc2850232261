<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

/** The customer's organisation in Zoho CRM. */
final class Organisation {

	/** @param string $zgid Its number, as in the addresses of its screens. */
	public function __construct( public readonly string $zgid, public readonly string $name ) {}
}
