<?php
/**
 * The one interpreter, for the catalog's report: takes `{messages, examples}` as JSON, gives for each the causes it names, best first.
 *
 * @package Causeway
 */

declare(strict_types=1);

use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Explainer;
use Causeway\Diagnosis\RankedCause;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;

require __DIR__ . '/../../vendor/autoload.php';

/** @var array{messages: list<string>, examples: list<array{system: string, findings: array<string, bool|'unknown'>, symptoms: list<string>}>} $asked */
$asked = json_decode( (string) stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR );

$catalog   = BuiltCatalog::load();
$explainer = new Explainer( $catalog );
$diagnoser = new Diagnoser( $catalog );

$named = static fn ( array $causes ): array => array_map( static fn ( RankedCause $cause ): array => [ $cause->ref(), $cause->confidence->value ], $causes );

$explained = [];
foreach ( $asked['messages'] as $message ) {
	$started     = hrtime( true );
	$explanation = $explainer->explain( $message );
	$explained[] = [
		'causes'       => $named( $explanation->causes ),
		'isRecognised' => $explanation->isRecognised,
		'milliseconds' => ( hrtime( true ) - $started ) / 1e6,
	];
}
$diagnosed = [];
foreach ( $asked['examples'] as $example ) {
	$diagnosed[] = $named( $diagnoser->diagnose( BuiltCatalog::facts( $example['system'], $example['findings'], $example['symptoms'] ) )->causes );
}
echo json_encode( compact( 'explained', 'diagnosed' ), JSON_THROW_ON_ERROR );
