<?php
/**
 * Names the files that a refused login needs, each after the interfaces and parents that it builds on: one path a line.
 *
 * `plugin.php`, Plugin, Guard and LoginHooks are not among them: every request loads those.
 */

declare(strict_types=1);

$root = $argv[1] ?? '';
spl_autoload_register(
	static function ( string $class ) use ( $root ): void {
		$file = $root . '/' . str_replace( '\\', '/', substr( $class, 9 ) ) . '.php';
		if ( str_starts_with( $class, 'Causeway\\' ) && is_file( $file ) ) {
			require $file;
		}
	}
);

$names = [
	'Support\Clock',
	'Support\Randomness',
	'Support\SystemClock',
	'Support\SystemRandomness',
	'Support\Reference',
	'Support\LoginNameHash',
	'Wiring',
	'Capture\AttemptLog',
	'Capture\CaptureSettings',
	'Capture\FuseStore',
	'Capture\ProvenDiagnosis',
	'Capture\MessageSlot',
	'Capture\FailureCounter',
	'Capture\CaptureRoom',
	'Capture\CurrentRequest',
	'Capture\LoginPath',
	'Capture\Recorder',
	'Capture\Refusal',
	'Capture\Attempt',
	'Capture\HashCheckEqualiser',
	'Capture\SiteHashing',
	'Capture\Storm',
	'Capture\FileCounter',
	'Capture\PrivateDirectory',
	'Capture\Spool',
	'Capture\StatusAddress',
	'Capture\VisitorMessage',
	'Capture\MessageTier',
	'Capture\Fuse',
	'Diagnosis\Classifier',
	'Diagnosis\SitePattern',
	'Diagnosis\SymptomMatch',
	'Block\LoginErrorSlot',
	'Storage\Database',
	'Storage\Settings',
	'Storage\AttemptTable',
	'Storage\LinkTable',
	'Background\KickGate',
];

$files = [];
$add   = static function ( ReflectionClass $class ) use ( &$add, &$files ): void {
	$file = (string) $class->getFileName();
	if ( isset( $files[ $file ] ) || ! str_starts_with( $class->getName(), 'Causeway\\' ) ) {
		return;
	}
	foreach ( [ ...array_values( $class->getInterfaces() ), ...( $class->getParentClass() ? [ $class->getParentClass() ] : [] ) ] as $base ) {
		$add( $base );
	}
	$files[ $file ] = true;
};
foreach ( $names as $name ) {
	$add( new ReflectionClass( 'Causeway\\' . $name ) );
}
echo implode( "\n", array_keys( $files ) ), "\n";
