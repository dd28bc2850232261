<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * A transport that answers from a script; for tests, ours and add-ons'. A request that the script does not expect is a bug and throws.
 *
 * A script is a list of `[ 'GET /path', answer ]`, where the path is compared with the start of the request's path and query. Answers to the
 * same path are used in their order, once each; with `always()` an answer stays.
 */
final class ScriptedTransport implements PinningTransport {

	/** @var list<array{line: string, answer: Response|ConnectorFault|\Closure(Request): Response, stays: bool}> */
	private array $script = [];

	/** @var list<Request> */
	private array $sent = [];

	/** @var list<list<string>> */
	private array $pins = [];

	public function __construct( private readonly bool $canPin = true ) {}

	/** @param Response|ConnectorFault|\Closure(Request): Response $answer */
	public function once( string $line, Response|ConnectorFault|\Closure $answer ): self {
		$this->script[] = [
			'line'   => $line,
			'answer' => $answer,
			'stays'  => false,
		];
		return $this;
	}

	/** @param Response|ConnectorFault|\Closure(Request): Response $answer */
	public function always( string $line, Response|ConnectorFault|\Closure $answer ): self {
		$this->script[] = [
			'line'   => $line,
			'answer' => $answer,
			'stays'  => true,
		];
		return $this;
	}

	public function canPin( string $url ): bool {
		return $this->canPin;
	}

	public function sendPinned( Request $request, array $addresses ): Response {
		$this->pins[] = $addresses;
		return $this->send( $request );
	}

	public function send( Request $request ): Response {
		$this->sent[] = $request;
		$parts        = parse_url( $request->url );
		$line         = $request->method . ' ' . ( is_array( $parts ) ? ( $parts['path'] ?? '/' ) . ( isset( $parts['query'] ) ? '?' . $parts['query'] : '' ) : '' );
		foreach ( $this->script as $index => $entry ) {
			if ( ! str_starts_with( $line, $entry['line'] ) ) {
				continue;
			}
			if ( ! $entry['stays'] ) {
				array_splice( $this->script, $index, 1 );
			}
			$answer = $entry['answer'];
			if ( $answer instanceof ConnectorFault ) {
				throw $answer;
			}
			return $answer instanceof Response ? $answer : $answer( $request );
		}
		throw new \LogicException( 'The script has no answer to ' . $line );
	}

	/** @return list<Request> Every request, in order. */
	public function sent(): array {
		return $this->sent;
	}

	/** @return list<list<string>> The addresses of each pinned request, in order. */
	public function pins(): array {
		return $this->pins;
	}

	/** @return list<string> Lines of the script that no request asked for. */
	public function unused(): array {
		return array_values( array_map( static fn ( array $entry ): string => $entry['line'], array_filter( $this->script, static fn ( array $entry ): bool => ! $entry['stays'] ) ) );
	}
}
