<?php

declare(strict_types=1);

namespace Causeway\GraphQL;

use Causeway\Vendor\GraphQL\Error\DebugFlag;
use Causeway\Vendor\GraphQL\Error\Error;
use Causeway\Vendor\GraphQL\Error\SyntaxError;
use Causeway\Vendor\GraphQL\GraphQL;
use Causeway\Vendor\GraphQL\Language\AST\FieldDefinitionNode;
use Causeway\Vendor\GraphQL\Language\AST\InterfaceTypeDefinitionNode;
use Causeway\Vendor\GraphQL\Language\AST\InterfaceTypeExtensionNode;
use Causeway\Vendor\GraphQL\Language\AST\ObjectTypeDefinitionNode;
use Causeway\Vendor\GraphQL\Language\AST\ObjectTypeExtensionNode;
use Causeway\Vendor\GraphQL\Language\Parser;
use Causeway\Vendor\GraphQL\Type\Definition\FieldDefinition;
use Causeway\Vendor\GraphQL\Type\Schema;
use Causeway\Vendor\GraphQL\Utils\BuildSchema;
use Causeway\Vendor\GraphQL\Validator\DocumentValidator;
use Causeway\Vendor\GraphQL\Validator\Rules\QueryComplexity;
use Causeway\Vendor\GraphQL\Validator\Rules\QueryDepth;

/**
 * `POST /causeway/v1/graphql`: everything that screens, hubs and scripts read. Queries only.
 *
 * A question may be 16 KB, 12 levels deep, 500 fields long, and ask for 5,000 values, each page of a list counted with its length.
 *
 * @phpstan-import-type UnnamedFieldDefinitionConfig from FieldDefinition
 */
final class Endpoint {

	private const MAX_BYTES      = 16_384;
	private const MAX_DEPTH      = 12;
	private const MAX_FIELDS     = 500;
	private const MAX_COMPLEXITY = 5_000;

	/** Fields whose answer is as long as their argument `first` says. */
	private const PAGED = [ 'Query.cases', 'Case.attempts' ];

	/**
	 * @param \Closure(): ReadModel                                        $model   Made only when somebody asks.
	 * @param \Closure(\Closure(): array<string, mixed>): array<string, mixed> $reading Has a question answered that reads, and reads nothing twice.
	 */
	public function __construct( private readonly \Closure $model, private readonly string $schemaFile, private readonly \Closure $reading ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		register_rest_route(
			'causeway/v1',
			'/graphql',
			[
				'methods'             => 'POST',
				'callback'            => $this->answer( ... ),
				'permission_callback' => static fn (): bool|\WP_Error => current_user_can( 'causeway_view' ) ? true : new \WP_Error( 'causeway_forbidden', __( 'You may not look at this. Log in as somebody who may view Causeway.', 'causeway' ), [ 'status' => rest_authorization_required_code() ] ),
				'args'                => [
					'query'         => [
						'type'        => 'string',
						'required'    => true,
						'minLength'   => 1,
						'maxLength'   => self::MAX_BYTES,
						'description' => __( 'A GraphQL document with one query.', 'causeway' ),
					],
					'variables'     => [
						'type'        => [ 'object', 'null' ],
						'description' => __( 'Values of the query’s variables.', 'causeway' ),
					],
					'operationName' => [ 'type' => [ 'string', 'null' ] ],
				],
			]
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function answer( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$query     = $request->get_param( 'query' );
		$variables = $request->get_param( 'variables' );
		$operation = $request->get_param( 'operationName' );
		try {
			$answer = ( $this->reading )(
				fn (): array => $this->execute(
					is_string( $query ) ? $query : '',
					is_array( $variables ) ? $this->withStringKeys( $variables ) : [],
					is_string( $operation ) && '' !== $operation ? $operation : null
				)
			);
		} catch ( \Throwable ) {
			return new \WP_Error( 'causeway_fault', __( 'Causeway could not answer because of a fault of its own. Try again; if it stays, look at the site’s error log.', 'causeway' ), [ 'status' => 500 ] );
		}
		$response = new \WP_REST_Response( $answer );
		$response->header( 'Cache-Control', 'no-store, private' );
		return $response;
	}

	/**
	 * @param array<string, mixed> $variables
	 * @return array<string, mixed> `data` and, where something could not be answered, `errors`.
	 */
	public function execute( string $query, array $variables = [], ?string $operation = null ): array {
		try {
			$document = Parser::parse( $query, [ 'noLocation' => true ] );
		} catch ( SyntaxError $error ) {
			return [ 'errors' => [ [ 'message' => $error->getMessage() ] ] ];
		}
		if ( DocumentSize::fields( $document ) > self::MAX_FIELDS ) {
			/* translators: %d: a number of fields */
			return [ 'errors' => [ [ 'message' => sprintf( __( 'This question names too many fields: at most %d, with fragments written out. Ask in parts.', 'causeway' ), self::MAX_FIELDS ) ] ] ];
		}
		$result = GraphQL::executeQuery(
			$this->schema(),
			$document,
			( $this->model )()->root(),
			null,
			$variables,
			$operation,
			null,
			[ ...array_values( DocumentValidator::defaultRules() ), new QueryDepth( self::MAX_DEPTH ), new QueryComplexity( self::MAX_COMPLEXITY ) ]
		);
		$result->setErrorFormatter( $this->format( ... ) );
		/** @var array<string, mixed> $answer */
		$answer = $result->toArray( DebugFlag::NONE );
		return $answer;
	}

	/** @return array{message: string, path?: list<int|string>} Only messages that declare themselves safe reach the reader. */
	private function format( \Throwable $error ): array {
		$isSafe  = $error instanceof Error && $error->isClientSafe();
		$message = $isSafe ? $error->getMessage() : __( 'Causeway could not answer this part of the question.', 'causeway' );
		$path    = $error instanceof Error ? $error->getPath() : null;
		return null === $path ? [ 'message' => $message ] : [
			'message' => $message,
			'path'    => array_values( $path ),
		];
	}

	private function schema(): Schema {
		if ( ! is_readable( $this->schemaFile ) ) {
			throw new \RuntimeException( 'The schema is missing: ' . basename( $this->schemaFile ) );
		}
		return BuildSchema::build( (string) file_get_contents( $this->schemaFile ), null, [ 'assumeValidSDL' => true ], $this->weighed( ... ) );
	}

	/**
	 * Makes a page of a list cost what it holds, so that a hundred cases with everything about them are no cheap question.
	 *
	 * @param UnnamedFieldDefinitionConfig $field
	 * @return UnnamedFieldDefinitionConfig
	 */
	private function weighed( array $field, FieldDefinitionNode $node, ObjectTypeDefinitionNode|ObjectTypeExtensionNode|InterfaceTypeDefinitionNode|InterfaceTypeExtensionNode $type ): array {
		if ( in_array( $type->name->value . '.' . $node->name->value, self::PAGED, true ) ) {
			$field['complexity'] = static fn ( int $children, array $arguments ): int => 1 + $children * max( 1, min( 100, is_int( $arguments['first'] ?? null ) ? $arguments['first'] : 20 ) );
		}
		return $field;
	}

	/**
	 * @param array<mixed> $variables
	 * @return array<string, mixed>
	 */
	private function withStringKeys( array $variables ): array {
		return array_filter( $variables, is_string( ... ), ARRAY_FILTER_USE_KEY );
	}
}
