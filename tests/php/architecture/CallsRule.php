<?php

declare(strict_types=1);

namespace Causeway\Tests\Architecture;

use PhpParser\Node;
use PHPStan\Analyser\Scope;
use PHPStan\Reflection\ReflectionProvider;
use PHPStan\Rules\Rule;
use PHPStan\Rules\RuleErrorBuilder;

/**
 * Holds which room may call which functions: remote calls only in Http, the clock only in SystemClock, `$wpdb` and options only in Storage,
 * no WordPress function in Diagnosis, Connector, Vault or a system.
 *
 * @implements Rule<Node>
 */
final class CallsRule implements Rule {

	private const CLOCK = [ 'time', 'microtime', 'hrtime', 'date', 'gmdate', 'current_time', 'wp_date', 'strtotime' ];

	/** Formatting a given moment is no clock: these need a second argument to be allowed. */
	private const FORMATTERS = [ 'date', 'gmdate', 'wp_date', 'strtotime' ];

	private const OPTIONS = [ 'get_option', 'update_option', 'add_option', 'delete_option', 'get_site_option', 'update_site_option', 'get_transient', 'set_transient', 'delete_transient', 'get_user_meta', 'update_user_meta' ];

	private const PURE_ROOMS = [ 'Causeway\Diagnosis', 'Causeway\Connector', 'Causeway\Vault', 'Causeway\Systems', 'Causeway\Support' ];

	/** What a pure room may call although WordPress defines it: the translation function, at display. */
	private const ALLOWED_IN_PURE = [ '__', '_n', '_x' ];

	public function __construct( private readonly ReflectionProvider $reflection ) {}

	public function getNodeType(): string {
		return Node::class;
	}

	public function processNode( Node $node, Scope $scope ): array {
		$class = $scope->isInClass() ? $scope->getClassReflection()->getName() : '';
		if ( ! str_starts_with( $class, 'Causeway\\' ) || str_starts_with( $class, 'Causeway\Tests\\' ) ) {
			return [];
		}
		if ( $node instanceof Node\Expr\FuncCall && $node->name instanceof Node\Name ) {
			return $this->judge( strtolower( $node->name->getLast() ), count( $node->getArgs() ), $class );
		}
		if ( $node instanceof Node\Stmt\Global_ ) {
			foreach ( $node->vars as $variable ) {
				if ( $variable instanceof Node\Expr\Variable && 'wpdb' === $variable->name && ! str_starts_with( $class, 'Causeway\Storage\\' ) ) {
					return [ $this->error( '$wpdb belongs to Storage: declare a port in your room and implement it there.' ) ];
				}
			}
		}
		return [];
	}

	/** @return list<\PHPStan\Rules\IdentifierRuleError> */
	private function judge( string $function, int $arguments, string $class ): array {
		if ( preg_match( '/^wp_(safe_)?remote_/', $function ) && ! str_starts_with( $function, 'wp_remote_retrieve_' ) && ! str_starts_with( $class, 'Causeway\Http\\' ) ) {
			return [ $this->error( 'Only Http makes remote calls: take a Transport.' ) ];
		}
		$reads = in_array( $function, self::CLOCK, true ) && ! ( in_array( $function, self::FORMATTERS, true ) && $arguments >= 2 );
		if ( $reads && 'Causeway\Support\SystemClock' !== $class ) {
			return [ $this->error( 'Only SystemClock reads the time: take a Clock.' ) ];
		}
		if ( in_array( $function, self::OPTIONS, true ) && ! str_starts_with( $class, 'Causeway\Storage\\' ) ) {
			return [ $this->error( 'Options and meta belong to Storage: declare a port in your room and implement it there.' ) ];
		}
		foreach ( self::PURE_ROOMS as $room ) {
			if ( str_starts_with( $class, $room . '\\' ) && $this->isWordPress( $function ) && ! in_array( $function, self::ALLOWED_IN_PURE, true ) ) {
				return [ $this->error( "{$room} calls no WordPress function ({$function}): let the caller pass the value in." ) ];
			}
		}
		return [];
	}

	private function isWordPress( string $function ): bool {
		$name = new Node\Name( $function );
		if ( ! $this->reflection->hasFunction( $name, null ) ) {
			return false;
		}
		return str_contains( (string) $this->reflection->getFunction( $name, null )->getFileName(), 'wordpress-stubs' );
	}

	private function error( string $message ): \PHPStan\Rules\IdentifierRuleError {
		return RuleErrorBuilder::message( $message )->identifier( 'causeway.rooms' )->build();
	}
}
