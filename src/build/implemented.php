<?php
/**
 * Prints what the connectors really have, as JSON: the findings that probes produce and the ids of actions, by system folder.
 *
 * @package Causeway
 */

declare(strict_types=1);

$root = dirname( __DIR__, 2 );
require $root . '/vendor/autoload.php';

$classes = static function ( string $pattern ) use ( $root ): array {
	$names = [];
	foreach ( (array) glob( $root . '/src/systems/' . $pattern ) as $file ) {
		$name = 'Causeway\\Systems\\' . str_replace( '/', '\\', substr( (string) $file, strlen( $root . '/src/systems/' ), -4 ) );
		if ( class_exists( $name ) ) {
			$names[] = $name;
		}
	}
	return $names;
};
$folder  = static fn ( string $name ): string => explode( '\\', $name )[2];

$found = [
	'findings' => [],
	'actions'  => [],
];
foreach ( $classes( '*/Probes/*.php' ) as $name ) {
	$probe = new ReflectionClass( $name );
	if ( $probe->hasConstant( 'PRODUCES' ) ) {
		$keys                                   = (array) $probe->getConstant( 'PRODUCES' );
		$found['findings'][ $folder( $name ) ] = [ ...( $found['findings'][ $folder( $name ) ] ?? [] ), ...$keys ];
	}
}
foreach ( $classes( '*/Actions/*.php' ) as $name ) {
	$action = new ReflectionClass( $name );
	if ( ! $action->isAbstract() && $action->implementsInterface( Causeway\Connector\Action::class ) ) {
		// An action's id is a constant of its class, so no dependency is needed to read it.
		$found['actions'][ $folder( $name ) ][] = $action->newInstanceWithoutConstructor()->id();
	}
}
echo json_encode( $found, JSON_THROW_ON_ERROR );
