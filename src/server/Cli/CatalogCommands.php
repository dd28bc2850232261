<?php

declare(strict_types=1);

namespace Causeway\Cli;

use Causeway\Cases\CaseDesk;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Explainer;

/** `wp causeway explain` and `wp causeway catalog`. */
final class CatalogCommands {

	public function __construct( private readonly Explainer $explainer, private readonly Catalog $catalog, private readonly CaseDesk $desk ) {}

	public function register(): void {
		\WP_CLI::add_command(
			'causeway explain',
			$this->explain( ... ),
			[
				'shortdesc' => 'Says what a login message can mean, and what to do about each cause.',
				'synopsis'  => [
					[
						'type'        => 'positional',
						'name'        => 'message',
						'description' => 'The message, in quotes, as the person saw it.',
					],
					[
						'type'        => 'assoc',
						'name'        => 'answers',
						'optional'    => true,
						'description' => 'What you know already, by the names that the questions bear: zoho-crm:contact.exists=no,zoho-crm:account.exists=yes.',
					],
					self::formatOption(),
				],
			]
		);
		\WP_CLI::add_command(
			'causeway catalog list',
			$this->list( ... ),
			[
				'shortdesc' => 'Lists the causes that Causeway knows.',
				'synopsis'  => [
					[
						'type'        => 'assoc',
						'name'        => 'system',
						'optional'    => true,
						'description' => 'Only causes of this system (zoho-crm).',
					],
					self::formatOption(),
				],
			]
		);
	}

	/** @return array{type: string, name: string, optional: bool, default: string, options: list<string>} */
	public static function formatOption(): array {
		return [
			'type'     => 'assoc',
			'name'     => 'format',
			'optional' => true,
			'default'  => 'table',
			'options'  => Output::FORMATS,
		];
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function explain( array $arguments, array $options ): void {
		$format  = Output::format( $options );
		$message = trim( $arguments[0] ?? '' );
		if ( '' === $message ) {
			Output::refuse( 'Give the message that the person saw, in quotes.', Output::BAD_ARGUMENTS );
		}
		$answer = $this->explainer->explain( $message, self::answers( $options['answers'] ?? '' ) )->toArray( $this->desk->links( null ) );
		if ( 'json' === $format ) {
			Output::json( $answer );
			return;
		}
		$rows = [];
		foreach ( $answer['causes'] as $cause ) {
			foreach ( [] === $cause['fixPath'] ? [ null ] : $cause['fixPath'] as $number => $step ) {
				$rows[] = [
					'cause'         => 0 === $number ? $cause['system'] . '/' . $cause['cause'] : '',
					'confidence'    => 0 === $number ? $cause['confidence'] : '',
					'title'         => 0 === $number ? $cause['title'] : '',
					'step'          => $step['title'] ?? '',
					'applicability' => $step['applicability'] ?? '',
				];
			}
		}
		Output::rows( $format, $rows, [ 'cause', 'confidence', 'title', 'step', 'applicability' ] );
		if ( 'table' === $format ) {
			foreach ( $answer['unknown'] as $unknown ) {
				\WP_CLI::line( Output::plain( "Not looked at: {$unknown['what']} {$unknown['why']}" ) );
			}
			foreach ( $answer['questions'] as $question ) {
				\WP_CLI::line( Output::plain( "Would tell them apart: {$question['question']}? Answer with --answers={$question['ref']}=yes or =no." ) );
			}
		}
	}

	/** @return array<string, bool> */
	private static function answers( mixed $option ): array {
		$answers = [];
		foreach ( is_string( $option ) && '' !== $option ? explode( ',', $option ) : [] as $pair ) {
			[ $ref, $answer ] = explode( '=', trim( $pair ), 2 ) + [ '', '' ];
			if ( ! in_array( $answer, [ 'yes', 'no' ], true ) ) {
				Output::refuse( sprintf( 'Answer each question with yes or no: %s=yes.', Output::plain( $ref ) ), Output::BAD_ARGUMENTS );
			}
			$answers[ $ref ] = 'yes' === $answer;
		}
		return $answers;
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function list( array $arguments, array $options ): void {
		$format = Output::format( $options );
		$system = $options['system'] ?? null;
		if ( is_string( $system ) && null === $this->catalog->system( $system ) ) {
			Output::refuse( sprintf( 'There is no system “%s”.', Output::plain( $system ) ), Output::BAD_ARGUMENTS );
		}
		$rows = [];
		foreach ( $this->catalog->causes() as $cause ) {
			if ( null === $system || $system === $cause->system ) {
				$rows[] = [
					'system' => $cause->system,
					'cause'  => $cause->cause,
					'title'  => $this->catalog->texts( $cause->system, $cause->cause )['title'],
				];
			}
		}
		Output::rows( $format, $rows, [ 'system', 'cause', 'title' ] );
	}
}
