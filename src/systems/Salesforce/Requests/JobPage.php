<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;

/** One page of what a job found, as CSV. Its rows are read one by one, since all of them at once would not fit into a slice's memory. */
final class JobPage {

	/**
	 * @param non-empty-list<string> $names
	 * @param int                    $from  Offset of the first row.
	 * @param string                 $next  Locator of the next page; '' where this is the last.
	 */
	public function __construct( private readonly array $names, private readonly string $csv, private readonly int $from, public readonly string $next ) {}

	/**
	 * An empty value is none, and booleans are words.
	 *
	 * @return \Generator<int, array<string, string>>
	 * @throws ConnectorFault Malformed, where the list breaks off.
	 */
	public function rows(): \Generator {
		$length = strlen( $this->csv );
		for ( $at = $this->from; $at < $length; $at = $end + 1 ) {
			$end  = strpos( $this->csv, "\n", $at );
			$end  = false === $end ? $length : $end;
			$line = rtrim( substr( $this->csv, $at, $end - $at ), "\r" );
			if ( '' === $line ) {
				continue;
			}
			$values = array_map( strval( ... ), str_getcsv( $line, ',', '"', '' ) );
			if ( count( $values ) !== count( $this->names ) ) {
				throw new ConnectorFault( FaultKind::Malformed, 'The list of records breaks off.' );
			}
			yield array_combine( $this->names, $values );
		}
	}
}
