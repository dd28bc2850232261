<?php
/** A catalog of one system, `crm`, and the local `wordpress`: enough to drive cases. */

declare(strict_types=1);

$cause = static fn ( string $system, string $id, array $when, array $verification, bool $closedByLogin, array $fixPath, array $shows ): array => [
	'system'        => $system,
	'cause'         => $id,
	'when'          => $when,
	'shows'         => $shows,
	'outranks'      => [],
	'rivals'        => [],
	'prior'         => 'common',
	'ceiling'       => 'certain',
	'scope'         => 'person',
	'isPrivate'     => true,
	'closedByLogin' => $closedByLogin,
	'fixPath'       => $fixPath,
	'verification'  => $verification,
];
$step  = static fn ( string $id, string $applicability, string $action ): array => [
	'step'          => $id,
	'applicability' => $applicability,
	'action'        => $action,
	'link'          => 'contact',
	'waitMinutes'   => 0,
	'onlyIf'        => null,
];
$symptom = static fn ( string $id, string $code, string $proves ): array => [
	'id'       => $id,
	'entries'  => [ 'wp-login', 'portal-page' ],
	'codes'    => '' === $code ? [] : [ $code ],
	'pattern'  => '',
	'proves'   => $proves,
	'isOpaque' => '' === $code,
];
$system  = static fn ( string $id, bool $isLocal, array $symptoms ): array => [
	'id'       => $id,
	'isLocal'  => $isLocal,
	'hosts'    => [],
	'fields'   => [],
	'findings' => [],
	'links'    => [ 'contact' ],
	'symptoms' => $symptoms,
];

return [
	'version' => '0123456789abcdef',
	'systems' => [
		$system( 'wordpress', true, [ $symptom( 'incorrect-password', 'incorrect_password', 'nothing' ) ] ),
		$system( 'crm', false, [ $symptom( 'contact-administrator', '', 'password' ) ] ),
	],
	'causes'  => [
		$cause( 'crm', 'contact-in-recycle-bin', [ 'finding' => 'contact.deleted', 'is' => true ], [ 'finding' => 'contact.exists', 'is' => true ], false, [ $step( 'restore', 'confirm', 'restore-contact' ), $step( 'ask-why', 'guided', '' ) ], [ 'crm:contact-administrator' ] ),
		$cause( 'crm', 'contact-without-account', [ 'finding' => 'contact.has-account', 'is' => false ], [ 'finding' => 'contact.has-account', 'is' => true ], false, [ $step( 'ask-why', 'guided', '' ) ], [ 'crm:contact-administrator' ] ),
		$cause( 'wordpress', 'wrong-password', [ 'symptom' => 'incorrect-password' ], [ 'finding' => 'login.succeeded-since', 'is' => true ], true, [ $step( 'reset', 'guided', '' ) ], [ 'wordpress:incorrect-password' ] ),
	],
];
