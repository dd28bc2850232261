<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

/**
 * Addresses of screens in Partner Center, which opens them for the partner whose administrator is logged in.
 *
 * No address of a single user or of the service accounts is documented: there the menu path beside the link says where to go on. Where the
 * demo environment has its screens is not documented either.
 */
final class Links {

	private const SCREENS = [
		'team'       => 'my-team',
		'users'      => 'bc-admin',
		'businesses' => 'manage-accounts',
		'plan'       => 'subscription-tier/my-plan',
	];

	public function __construct( private readonly Place $place ) {}

	public function to( string $name ): string {
		$screen = self::SCREENS[ $name ] ?? '';
		return '' === $screen || 'demo' === $this->place->environment ? '' : 'https://partners.vendasta.com/' . $screen;
	}
}
