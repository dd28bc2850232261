<?php

declare(strict_types=1);

namespace Causeway\Notifications;

use Causeway\Cases\JobNames;
use Causeway\Cases\WorkList;
use Causeway\Diagnosis\Catalog;
use Causeway\Vault\Vault;
use Causeway\Vault\VaultFault;

/** The one face of notifications for every door. Doors check capabilities. Problems are values: field → what to do. */
final class NoticeDesk {

	private const NAME_LENGTH = 80;

	private const URL_LENGTH = 2_000;

	public function __construct(
		private readonly RuleStore $rules,
		private readonly NoticeStore $notices,
		private readonly NoticeDelivery $delivery,
		private readonly NoticeText $text,
		private readonly Catalog $catalog,
		private readonly Vault $vault,
		private readonly WorkList $work,
		private readonly bool $allowsLocal,
	) {}

	/** What a webhook's address and secret are bound to, so that neither opens on another site. */
	public static function context(): string {
		return get_current_blog_id() . ':notifications:webhook';
	}

	/** @return list<NoticeRule> */
	public function rules(): array {
		return $this->rules->rules();
	}

	public function hours(): QuietHours {
		return $this->rules->hours();
	}

	public function isAlone(): bool {
		return $this->rules->isAlone();
	}

	/** @return list<Notice> Newest first. */
	public function newest( int $limit ): array {
		return $this->notices->newest( max( 1, min( 100, $limit ) ) );
	}

	public function title( Notice $notice ): string {
		return $this->text->title( $notice );
	}

	/**
	 * Stores a rule.
	 *
	 * @param int         $id      0 for a new one.
	 * @param NoticeRule  $wanted  Its `host` and `sealed` are not read.
	 * @param string|null $url     Of a webhook; null leaves what is stored.
	 * @param string|null $secret  Likewise.
	 * @return int|array<string, string> Its id, or what is wrong by field: `name`, `cause`, `recipients`, `url`, `secret`, `rule` where there is none of that id or there are too many.
	 */
	public function save( int $id, NoticeRule $wanted, ?string $url, #[\SensitiveParameter] ?string $secret ): int|array {
		$stored = 0 === $id ? null : $this->rules->rule( $id );
		if ( 0 !== $id && null === $stored ) {
			return [ 'rule' => __( 'There is no such rule.', 'causeway' ) ];
		}
		$problems = $this->problems( $wanted );
		$host     = '';
		$sealed   = '';
		if ( Channel::Webhook === $wanted->channel ) {
			[ $found, $host, $sealed ] = $this->target( $stored, (string) $url, (string) $secret );
			$problems                 += $found;
		}
		if ( [] !== $problems ) {
			return $problems;
		}
		$saved = $this->rules->saveRule(
			new NoticeRule(
				$id,
				mb_substr( trim( $wanted->name ), 0, self::NAME_LENGTH ),
				$wanted->topic,
				$wanted->cause,
				$wanted->people,
				$wanted->windowMinutes,
				$wanted->channel,
				// A machine reads each message by itself.
				Channel::Webhook === $wanted->channel ? Pace::Immediate : $wanted->pace,
				Channel::Webhook === $wanted->channel ? [] : $wanted->recipients,
				$host,
				$sealed,
				$wanted->namesPeople,
				$wanted->isUrgent,
				$wanted->isOn
			)
		);
		if ( 0 === $saved ) {
			/* translators: %d: How many. */
			return [ 'rule' => sprintf( __( 'There can be %d rules. Remove one first.', 'causeway' ), RuleStore::MOST_RULES ) ];
		}
		$this->work->add( JobNames::NOTICES );
		return $saved;
	}

	/** @return bool False where there is none of that id. */
	public function remove( int $id ): bool {
		if ( null === $this->rules->rule( $id ) ) {
			return false;
		}
		$this->rules->removeRule( $id );
		$this->notices->forget( $id );
		return true;
	}

	/** Sends a test by this rule, now. @return string|null '' where it was handed over, else why not; null where there is no such rule. */
	public function test( int $id ): ?string {
		$rule = $this->rules->rule( $id );
		return null === $rule ? null : $this->delivery->test( $rule );
	}

	public function saveHours( QuietHours $hours, bool $isAlone ): void {
		$this->rules->saveHours( $hours, $isAlone );
	}

	/** @return array<string, string> */
	private function problems( NoticeRule $rule ): array {
		$problems = [];
		if ( '' === trim( $rule->name ) ) {
			$problems['name'] = __( 'Give the rule a name by which you know it again.', 'causeway' );
		}
		[ $system, $cause ] = [ ...explode( '/', $rule->cause, 2 ), '' ];
		if ( '' !== $rule->cause && ( '' === $cause ? null === $this->catalog->system( $system ) : null === $this->catalog->cause( $system, $cause ) ) ) {
			$problems['cause'] = __( 'The catalog has no such cause.', 'causeway' );
		}
		if ( [] !== array_filter( $rule->recipients, static fn ( string $address ): bool => false === is_email( $address ) ) || count( $rule->recipients ) > NoticeRule::MOST_RECIPIENTS ) {
			$problems['recipients'] = __( 'One of these is no e-mail address, or there are more than five.', 'causeway' );
		}
		return $problems;
	}

	/**
	 * An address that changes wants its secret once more: whoever may only change rules must not be able to have a secret sent elsewhere.
	 *
	 * @return array{array<string, string>, string, string} Problems, host, sealed address and secret.
	 */
	private function target( ?NoticeRule $stored, string $url, #[\SensitiveParameter] string $secret ): array {
		if ( '' === $url && '' === $secret && null !== $stored && '' !== $stored->sealed ) {
			return [ [], $stored->host, $stored->sealed ];
		}
		$problems = [];
		$parts    = strlen( $url ) <= self::URL_LENGTH ? wp_parse_url( $url ) : false;
		$host     = is_array( $parts ) ? (string) ( $parts['host'] ?? '' ) : '';
		$scheme   = is_array( $parts ) ? strtolower( (string) ( $parts['scheme'] ?? '' ) ) : '';
		if ( '' === $host || isset( $parts['user'] ) || isset( $parts['pass'] ) || ! ( 'https' === $scheme || ( 'http' === $scheme && $this->allowsLocal ) ) ) {
			$problems['url'] = __( 'Enter the whole address, beginning with https://, whenever the address or the secret changes.', 'causeway' );
		}
		if ( ! Webhook::isSecret( $secret ) ) {
			$problems['secret'] = __( 'Enter the secret too: whsec_ and 24 to 64 bytes in base64, as “Make a secret” makes it.', 'causeway' );
		}
		if ( [] !== $problems ) {
			return [ $problems, '', '' ];
		}
		try {
			$sealed = $this->vault->seal(
				(string) wp_json_encode(
					[
						'url'    => $url,
						'secret' => $secret,
					]
				),
				self::context()
			);
		} catch ( VaultFault $fault ) {
			return [ [ 'secret' => $fault->getMessage() ], '', '' ];
		}
		return [ [], substr( $host, 0, 190 ), $sealed ];
	}
}
