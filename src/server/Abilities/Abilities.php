<?php

declare(strict_types=1);

namespace Causeway\Abilities;

use Causeway\Cases\CaseDesk;
use Causeway\Cases\CaseFile;
use Causeway\Cases\CaseQuery;
use Causeway\Cases\CaseState;
use Causeway\Cases\CaseView;
use Causeway\Cases\PersonDiagnosis;
use Causeway\Diagnosis\Explainer;

/**
 * Causeway in the Abilities API of WordPress 6.9 and later: what assistants and automations may ask, each with the capability of its screen.
 *
 * The two that take what somebody typed are not marked read-only, although they are: WordPress would want that text in the address, and
 * addresses are logged. Answers have the fields of REST and WP-CLI.
 *
 * @phpstan-type Schema array<string, mixed>
 */
final class Abilities {

	private const CATEGORY = 'causeway';

	private const TEXT = [ 'type' => 'string' ];

	private const TEXTS = [
		'type'  => 'array',
		'items' => self::TEXT,
	];

	private const UNKNOWN = [
		'type'  => 'array',
		'items' => [
			'type'       => 'object',
			'required'   => [ 'what', 'why' ],
			'properties' => [
				'what' => self::TEXT,
				'why'  => self::TEXT,
			],
		],
	];

	private const CAUSES = [
		'type'  => 'array',
		'items' => [
			'type'       => 'object',
			'required'   => [ 'cause', 'system', 'title', 'confidence', 'why', 'fixPath' ],
			'properties' => [
				'cause'      => self::TEXT,
				'system'     => self::TEXT,
				'title'      => self::TEXT,
				'confidence' => [
					'type' => 'string',
					'enum' => [ 'certain', 'likely', 'possible' ],
				],
				'why'        => self::TEXTS,
				'fixPath'    => [
					'type'  => 'array',
					'items' => [
						'type'       => 'object',
						'required'   => [ 'step', 'title', 'applicability', 'link' ],
						'properties' => [
							'step'          => self::TEXT,
							'title'         => self::TEXT,
							'body'          => self::TEXT,
							'applicability' => [
								'type' => 'string',
								'enum' => [ 'automatic', 'confirm', 'guided', 'wait', 'escalate' ],
							],
							'link'          => [ 'type' => [ 'object', 'null' ] ],
						],
					],
				],
			],
		],
	];

	private const PERSON = [
		'type'       => 'object',
		'required'   => [ 'person', 'case', 'reference', 'state', 'connections', 'causes', 'unknown' ],
		'properties' => [
			'person'      => [ 'type' => [ 'string', 'null' ] ],
			'case'        => [ 'type' => [ 'integer', 'null' ] ],
			'reference'   => [ 'type' => [ 'string', 'null' ] ],
			'state'       => [ 'type' => [ 'string', 'null' ] ],
			'connections' => [ 'type' => 'array' ],
			'causes'      => self::CAUSES,
			'unknown'     => self::UNKNOWN,
		],
	];

	/**
	 * @param \Closure(): Explainer $explainer Each is made only when its ability is used.
	 * @param \Closure(): CaseDesk  $desk
	 * @param \Closure(): CaseView  $view
	 */
	public function __construct( private readonly \Closure $explainer, private readonly \Closure $desk, private readonly \Closure $view ) {}

	/** Called on `wp_abilities_api_categories_init`, which older versions of WordPress never fire. */
	public function registerCategory(): void {
		if ( function_exists( 'wp_register_ability_category' ) ) {
			wp_register_ability_category(
				self::CATEGORY,
				[
					'label'       => __( 'Logging in', 'causeway' ),
					'description' => __( 'Why people cannot log in to this site or its client portal, and what helps.', 'causeway' ),
				]
			);
		}
	}

	/** Called on `wp_abilities_api_init`. */
	public function register(): void {
		if ( ! function_exists( 'wp_register_ability' ) ) {
			return;
		}
		$this->add(
			'explain-message',
			__( 'Explain a login message', 'causeway' ),
			__( 'Says what a message, an error code or the address of a refused login can mean: possible causes with the steps that fix each, and questions that tell them apart. Needs no connection. Nothing of the message is kept.', 'causeway' ),
			'causeway_view',
			false,
			[
				'type'                 => 'object',
				'required'             => [ 'message' ],
				'additionalProperties' => false,
				'properties'           => [
					'message' => [
						'type'        => 'string',
						'minLength'   => 1,
						'maxLength'   => Explainer::MAX_BYTES,
						'description' => __( 'What the person saw, as it stood on the page.', 'causeway' ),
					],
					'answers' => [
						'type'                 => 'object',
						'description'          => __( 'What is known already: the “ref” of a question → true or false.', 'causeway' ),
						'additionalProperties' => [ 'type' => 'boolean' ],
					],
				],
			],
			[
				'type'       => 'object',
				'required'   => [ 'causes', 'unknown', 'questions', 'recognised' ],
				'properties' => [
					'causes'     => self::CAUSES,
					'unknown'    => self::UNKNOWN,
					'questions'  => [ 'type' => 'array' ],
					'symptoms'   => [ 'type' => 'array' ],
					'recognised' => [ 'type' => 'boolean' ],
					'recordable' => [ 'type' => 'boolean' ],
					'pattern'    => [ 'type' => [ 'object', 'null' ] ],
				],
			],
			$this->explain( ... )
		);
		$this->add(
			'diagnose-person',
			__( 'Find out why somebody cannot log in', 'causeway' ),
			__( 'Looks at one person now, in WordPress and in every connected system, and ranks the causes by what was found. Takes as long as those systems take.', 'causeway' ),
			'causeway_manage_cases',
			false,
			[
				'type'                 => 'object',
				'required'             => [ 'person' ],
				'additionalProperties' => false,
				'properties'           => [
					'person' => [
						'type'        => 'string',
						'minLength'   => 1,
						'maxLength'   => 254,
						'description' => __( 'A login name, an e-mail address, a user id or a reference such as K7QM-3FXA.', 'causeway' ),
					],
				],
			],
			self::PERSON,
			$this->diagnose( ... )
		);
		$this->add(
			'list-cases',
			__( 'List login troubles', 'causeway' ),
			__( 'Lists people who cannot log in, newest trouble first, each with the cause that is known so far.', 'causeway' ),
			'causeway_view',
			true,
			[
				'type'                 => 'object',
				'default'              => [],
				'additionalProperties' => false,
				'properties'           => [
					'states' => [
						'type'  => 'array',
						'items' => [
							'type' => 'string',
							'enum' => array_column( CaseState::cases(), 'value' ),
						],
					],
					'search' => [
						'type'        => 'string',
						'maxLength'   => 100,
						'description' => __( 'A reference, a name or an e-mail address.', 'causeway' ),
					],
					'first'  => [
						'type'    => 'integer',
						'minimum' => 1,
						'maximum' => 100,
						'default' => 20,
					],
				],
			],
			[
				'type'       => 'object',
				'required'   => [ 'cases', 'total' ],
				'properties' => [
					'cases' => [ 'type' => 'array' ],
					'total' => [ 'type' => 'integer' ],
				],
			],
			$this->list( ... )
		);
		$this->add(
			'get-case',
			__( 'Look at one login trouble', 'causeway' ),
			__( 'Shows one case as it was last diagnosed: cause, evidence and the steps that fix it.', 'causeway' ),
			'causeway_view',
			true,
			[
				'type'                 => 'object',
				'required'             => [ 'case' ],
				'additionalProperties' => false,
				'properties'           => [
					'case' => [
						'type'    => 'integer',
						'minimum' => 1,
					],
				],
			],
			self::PERSON,
			$this->get( ... )
		);
	}

	/**
	 * @param lowercase-string&non-falsy-string $name
	 * @param Schema                                               $input
	 * @param Schema                                               $output
	 * @param \Closure(array<mixed>): (array<string, mixed>|\WP_Error) $answer
	 */
	private function add( string $name, string $label, string $description, string $capability, bool $isReadOnly, array $input, array $output, \Closure $answer ): void {
		wp_register_ability(
			self::CATEGORY . '/' . $name,
			[
				'label'               => $label,
				'description'         => $description,
				'category'            => self::CATEGORY,
				'input_schema'        => $input,
				'output_schema'       => $output,
				'permission_callback' => static fn (): bool => current_user_can( $capability ),
				'execute_callback'    => static fn ( mixed $given = null ): array|\WP_Error => $answer( is_array( $given ) ? $given : [] ),
				'meta'                => [
					'show_in_rest' => true,
					'annotations'  => [
						'readonly'    => $isReadOnly ? true : null,
						'destructive' => false,
						'idempotent'  => true,
					],
				],
			]
		);
	}

	/**
	 * @param array<mixed> $given
	 * @return array<string, mixed>|\WP_Error
	 */
	private function explain( array $given ): array|\WP_Error {
		$message = is_string( $given['message'] ?? null ) ? $given['message'] : '';
		if ( ! Explainer::canRead( $message ) ) {
			return self::refusal( 'message_length', __( 'Paste the message itself: at least one word, at most 100 KB.', 'causeway' ), 400 );
		}
		$answers = is_array( $given['answers'] ?? null ) ? $given['answers'] : [];
		return ( $this->explainer )()->explain( $message, Explainer::answers( $answers ) )->toArray( ( $this->desk )()->links( null ) );
	}

	/**
	 * @param array<mixed> $given
	 * @return array<string, mixed>|\WP_Error
	 */
	private function diagnose( array $given ): array|\WP_Error {
		$found = ( $this->desk )()->diagnosePerson( trim( is_string( $given['person'] ?? null ) ? $given['person'] : '' ) );
		return null === $found->diagnosis ? self::refusal( 'nobody', __( 'Nobody here has this name, address, id or reference.', 'causeway' ), 404 ) : ( $this->view )()->person( $found );
	}

	/**
	 * @param array<mixed> $given
	 * @return array{cases: list<array<string, mixed>>, total: int}
	 */
	private function list( array $given ): array {
		$desk   = ( $this->desk )();
		$view   = ( $this->view )();
		$states = [];
		foreach ( is_array( $given['states'] ?? null ) ? $given['states'] : [] as $state ) {
			$known    = is_string( $state ) ? CaseState::tryFrom( $state ) : null;
			$states[] = $known ?? CaseState::Open;
		}
		$first = max( 1, min( 100, self::number( $given['first'] ?? 20 ) ) );
		$page  = $desk->list( new CaseQuery( states: $states, search: is_string( $given['search'] ?? null ) ? $given['search'] : '', first: $first ) );
		$cards = $desk->people( $page->cases );
		return [
			'cases' => array_map(
				static fn ( CaseFile $case ): array => [
					'case'          => $case->id,
					'reference'     => '' === $case->lastReference ? null : CaseView::dashed( $case->lastReference ),
					'state'         => $case->state->value,
					'person'        => ( $cards[ $case->id ] ?? null )?->label,
					'system'        => $case->system,
					'cause'         => $case->cause,
					'title'         => $view->headline( $case ),
					'confidence'    => $case->confidence,
					'attempts'      => $case->attemptCount,
					'lastAttemptAt' => $case->lastAttemptAt,
				],
				$page->cases
			),
			'total' => $page->totalCount,
		];
	}

	/**
	 * @param array<mixed> $given
	 * @return array<string, mixed>|\WP_Error
	 */
	private function get( array $given ): array|\WP_Error {
		$desk = ( $this->desk )();
		$case = $desk->find( self::number( $given['case'] ?? 0 ) );
		if ( null === $case ) {
			return self::refusal( 'no_case', __( 'There is no such case (any more).', 'causeway' ), 404 );
		}
		return ( $this->view )()->person( new PersonDiagnosis( $desk->people( [ $case ] )[ $case->id ] ?? null, $case, $desk->diagnosisOf( $case )?->diagnosis, null, [] ) );
	}

	/** By GET a number comes as text. */
	private static function number( mixed $given ): int {
		return is_numeric( $given ) ? (int) $given : 0;
	}

	private static function refusal( string $reason, string $message, int $status ): \WP_Error {
		return new \WP_Error( 'causeway_' . $reason, $message, [ 'status' => $status ] );
	}
}
