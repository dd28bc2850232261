<?php

declare(strict_types=1);

namespace Causeway\Notifications;

/** Who is told when how many people are kept out by what. */
final class NoticeRule {

	public const MOST_RECIPIENTS = 5;

	/** Least and most minutes of a window: a week holds every pattern of a working site. */
	public const WINDOW_MINUTES = [ 5, 10_080 ];

	public const MOST_PEOPLE = 100_000;

	/**
	 * @param int          $id            0 before it is stored.
	 * @param string       $cause         `system/cause`, a system for any of its causes, '' for any.
	 * @param int          $people        From how many people on.
	 * @param int          $windowMinutes Refused within so long; of no meaning for people at risk.
	 * @param list<string> $recipients    Addresses; empty for those that the site's settings name.
	 * @param string       $host          Of the webhook, for screens; its address may hold a token of its own.
	 * @param string       $sealed        The webhook's address and secret, as the vault sealed them; '' for a mail.
	 * @param bool         $namesPeople   Whether names and addresses of people go with it.
	 * @param bool         $isUrgent      Whether it goes out in quiet hours too.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly Topic $topic,
		public readonly string $cause,
		public readonly int $people,
		public readonly int $windowMinutes,
		public readonly Channel $channel,
		public readonly Pace $pace,
		public readonly array $recipients,
		public readonly string $host,
		#[\SensitiveParameter] public readonly string $sealed,
		public readonly bool $namesPeople,
		public readonly bool $isUrgent,
		public readonly bool $isOn,
	) {}

	public function covers( string $system, string $cause ): bool {
		return '' === $this->cause || $this->cause === $system || $this->cause === "{$system}/{$cause}";
	}

	/** @return array<string, mixed> */
	public function toArray(): array {
		return [
			'id'            => $this->id,
			'name'          => $this->name,
			'topic'         => $this->topic->value,
			'cause'         => $this->cause,
			'people'        => $this->people,
			'windowMinutes' => $this->windowMinutes,
			'channel'       => $this->channel->value,
			'pace'          => $this->pace->value,
			'recipients'    => $this->recipients,
			'host'          => $this->host,
			'sealed'        => $this->sealed,
			'namesPeople'   => $this->namesPeople,
			'isUrgent'      => $this->isUrgent,
			'isOn'          => $this->isOn,
		];
	}

	/** @param array<mixed> $stored What {@see toArray()} gave. */
	public static function fromArray( array $stored ): ?self {
		$text   = static fn ( string $key ): string => is_string( $stored[ $key ] ?? null ) ? $stored[ $key ] : '';
		$number = static fn ( string $key ): int => is_int( $stored[ $key ] ?? null ) ? $stored[ $key ] : 0;
		$topic  = Topic::tryFrom( $text( 'topic' ) );
		$pace   = Pace::tryFrom( $text( 'pace' ) );
		$way    = Channel::tryFrom( $text( 'channel' ) );
		return null === $topic || null === $pace || null === $way || $number( 'id' ) < 1 ? null : new self(
			$number( 'id' ),
			$text( 'name' ),
			$topic,
			$text( 'cause' ),
			max( 1, $number( 'people' ) ),
			max( self::WINDOW_MINUTES[0], $number( 'windowMinutes' ) ),
			$way,
			$pace,
			array_values( array_filter( is_array( $stored['recipients'] ?? null ) ? $stored['recipients'] : [], 'is_string' ) ),
			$text( 'host' ),
			$text( 'sealed' ),
			true === ( $stored['namesPeople'] ?? false ),
			true === ( $stored['isUrgent'] ?? false ),
			true === ( $stored['isOn'] ?? false )
		);
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [
			'id'   => $this->id,
			'host' => $this->host,
		];
	}
}
