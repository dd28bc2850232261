<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\PageText;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PageTextTest extends TestCase {

	private const SENTENCE = 'Please contact your administrator';

	/** @return iterable<string, array{string, bool}> */
	public static function pages(): iterable {
		$says = self::SENTENCE;
		yield 'in a paragraph' => [ "<form><p class=\"e\" style=\"color: red;\">{$says}</p></form>", true ];
		yield 'with inline elements and entities' => [ '<div>Please <b>contact</b>&nbsp;your <a href="#">administrator</a></div>', true ];
		yield 'within a longer sentence' => [ "<p>If nothing helps, {$says}.</p>", false ];
		yield 'in a hidden element' => [ "<div hidden><p>{$says}</p></div>", false ];
		yield 'in an element hidden by its style' => [ "<div class='x' style='margin:0; display: none'><div><p>{$says}</p></div></div>", false ];
		yield 'after a hidden element of nested ones' => [ "<div hidden><div>no</div></div><p>{$says}</p>", true ];
		yield 'in a script' => [ "<script>show( '<p>{$says}</p>' )</script>", false ];
		yield 'in a template' => [ "<template><p>{$says}</p></template>", false ];
		yield 'in a comment' => [ "<!-- <p>{$says}</p> -->", false ];
		yield 'in an attribute' => [ "<input placeholder=\"{$says}\">", false ];
		yield 'in a closed dialog' => [ "<dialog class=\"d\"><p>{$says}</p></dialog>", false ];
		yield 'in an open dialog' => [ "<dialog open><p>{$says}</p></dialog>", true ];
		yield 'beside an element whose class is hidden' => [ "<div class=\"hidden-xs\" data-hidden=\"1\"><p>{$says}</p></div>", true ];
		yield 'after a hidden field' => [ "<input type=\"hidden\" name=\"a\" hidden><p>{$says}</p>", true ];
	}

	#[DataProvider( 'pages' )]
	public function testReadsWhatAVisitorSees( string $html, bool $isThere ): void {
		self::assertSame( $isThere, in_array( self::SENTENCE, ( new PageText( $html ) )->runs(), true ) );
	}

	public function testKnowsAFormThatAsksAgain(): void {
		self::assertTrue( ( new PageText( '<input id="p" type="password" name="p">' ) )->asksForPassword() );
		self::assertFalse( ( new PageText( '<div hidden><input type="password"></div><p>Welcome</p>' ) )->asksForPassword() );
	}

	/** @return iterable<string, array{string}> */
	public static function brokenPages(): iterable {
		yield 'tags that never end' => [ str_repeat( '<div class="', 40_000 ) ];
		yield 'attributes without end' => [ '<div ' . str_repeat( 'a="b" ', 80_000 ) ];
		yield 'deep nesting' => [ str_repeat( '<div hidden>', 40_000 ) ];
		yield 'invalid UTF-8' => [ str_repeat( "\xff<p>\xfe", 40_000 ) ];
		yield 'quotes' => [ str_repeat( "<a '\"", 80_000 ) ];
		yield 'scripts without end' => [ str_repeat( '<script>', 60_000 ) ];
	}

	#[DataProvider( 'brokenPages' )]
	public function testReadsABrokenPageInLittleTime( string $html ): void {
		$start = hrtime( true );
		( new PageText( $html ) )->runs();
		self::assertLessThan( 1.0, ( hrtime( true ) - $start ) / 1e9 );
	}
}
