<?php
/** Texts of the fixture catalog. */

declare(strict_types=1);

$cause  = static fn ( string $title ): callable => static fn (): array => [
	'title'      => $title,
	'meaning'    => 'What it means.',
	'anonymous'  => 'generic',
	'proven'     => "For you: {$title}.",
	'mail'       => 'By mail.',
	'admin'      => "For the admin: {$title}.",
	'prevention' => [],
	'steps'      => [
		'restore' => [
			'title' => 'Restore the contact',
			'body'  => 'Take it out of the recycle bin.',
		],
		'ask-why' => [
			'title' => 'Ask who deleted it',
			'body'  => 'So that it does not happen again.',
		],
		'reset'   => [
			'title' => 'Send a new password',
			'body'  => '',
		],
	],
];
$system = static fn ( string $title ): callable => static fn (): array => [
	'title'    => $title,
	'fields'   => [],
	'findings' => [],
	'symptoms' => [],
	'links'    => [
		'contact'    => [
			'label'    => 'Open the contact',
			'menuPath' => 'CRM → Contacts',
		],
		'connection' => [
			'label'    => 'Open this site’s connection',
			'menuPath' => 'Causeway → Connections → CRM',
		],
	],
];

return [
	'causes'  => [
		'crm/contact-in-recycle-bin' => $cause( 'The contact is in the recycle bin' ),
		'crm/contact-without-account' => $cause( 'The contact has no account' ),
		'wordpress/wrong-password'   => $cause( 'The password is wrong' ),
	],
	'systems' => [
		'wordpress' => $system( 'WordPress' ),
		'crm'       => $system( 'The CRM' ),
	],
	'phrases' => static fn (): array => [
		'anonymous'    => 'The generic text.',
		'not-known'    => '%1$s is not known. %2$s',
		'not-excluded' => 'Not excluded yet: %s.',
		'shown'        => 'What was shown fits: %s.',
		'reason.other' => 'It could not be asked.',
	],
];
