<?php

declare(strict_types=1);

namespace Causeway\Notifications;

use Causeway\Audit\RiskStore;
use Causeway\Background\JobResult;
use Causeway\Cases\WorkList;
use Causeway\Incidents\IncidentStore;
use Causeway\Support\Clock;

/**
 * Compares what keeps people out with the rules, and writes down what is to be told: at most one message a rule, cause and change of state.
 *
 * A cause that was raised stays so until nobody is kept out by it for a quarter of an hour: numbers that go up and down tell nobody anything.
 */
final class NoticeWatch {

	public const PAUSE_SECONDS = 60;

	/** How long nobody may be kept out before a cause is told to be over. */
	public const CALM_SECONDS = 900;

	private const KEPT_SECONDS = 90 * 86_400;

	public function __construct(
		private readonly RuleStore $rules,
		private readonly NoticeStore $notices,
		private readonly IncidentStore $incidents,
		private readonly RiskStore $risks,
		private readonly WorkList $work,
		private readonly Clock $clock,
	) {}

	/** One look. Right however often, and by however many, it is run; it comes again while there are rules. */
	public function look(): JobResult {
		$rules = array_values( array_filter( $this->rules->rules(), static fn ( NoticeRule $rule ): bool => $rule->isOn ) );
		if ( [] === $rules ) {
			return JobResult::done();
		}
		$now    = $this->clock->now();
		$open   = $this->notices->open();
		$counts = [];
		foreach ( $rules as $rule ) {
			$window = Topic::AtRisk === $rule->topic ? -1 : $rule->windowMinutes;
			$this->judge( $rule, $open, $counts[ $window ] ??= $this->count( $rule->topic, $now - 60 * $rule->windowMinutes ), $now );
		}
		$this->follow( $rules, $open, $now );
		foreach ( $this->notices->dueRules( $now ) as $ruleId ) {
			$this->work->add( NoticeJobs::SEND, $ruleId );
		}
		$this->notices->purge( $now - self::KEPT_SECONDS );
		return JobResult::more( '', self::PAUSE_SECONDS );
	}

	/**
	 * @param list<Notice>                                             $open
	 * @param list<array{system: string, cause: string, people: int}> $counts
	 */
	private function judge( NoticeRule $rule, array $open, array $counts, int $now ): void {
		foreach ( $counts as $count ) {
			$isOpen = [] !== array_filter( $open, static fn ( Notice $notice ): bool => $notice->ruleId === $rule->id && $notice->system === $count['system'] && $notice->cause === $count['cause'] );
			if ( ! $isOpen && $count['people'] >= $rule->people && $rule->covers( $count['system'], $count['cause'] ) ) {
				$this->notices->raise( $rule->id, $count['system'], $count['cause'], $count['people'], $now, $this->dueAt( $rule, $now ) );
			}
		}
	}

	/**
	 * @param list<NoticeRule> $rules
	 * @param list<Notice>     $open
	 */
	private function follow( array $rules, array $open, int $now ): void {
		$byId  = array_column( array_map( static fn ( NoticeRule $rule ): array => [ $rule->id, $rule ], $rules ), 1, 0 );
		$still = [];
		foreach ( $open as $notice ) {
			$rule = $byId[ $notice->ruleId ] ?? null;
			if ( null === $rule ) {
				continue;
			}
			$key             = "{$rule->topic->value}:{$notice->system}/{$notice->cause}";
			$still[ $key ] ??= Topic::AtRisk === $rule->topic ? [] !== $this->risks->list( "{$notice->system}/{$notice->cause}", 0, 1 ) : $this->incidents->isAnyWaiting( $notice->system, $notice->cause );
			$isCalm          = ! $still[ $key ];
			if ( ! $isCalm && $notice->calmAt > 0 ) {
				$this->notices->calm( $notice->id, 0 );
			} elseif ( $isCalm && 0 === $notice->calmAt ) {
				$this->notices->calm( $notice->id, $now );
			} elseif ( $isCalm && $now - $notice->calmAt >= self::CALM_SECONDS ) {
				$this->notices->end( $notice, $now, $this->dueAt( $rule, $now ) );
			}
		}
	}

	/** @return list<array{system: string, cause: string, people: int}> */
	private function count( Topic $topic, int $since ): array {
		return Topic::AtRisk === $topic ? $this->risks->byCause() : $this->incidents->waitingByCause( $since );
	}

	private function dueAt( NoticeRule $rule, int $now ): int {
		$hours = $this->rules->hours();
		$zone  = wp_timezone();
		return match ( true ) {
			Pace::Digest === $rule->pace => $hours->nextDigest( $now, $zone ),
			$rule->isUrgent              => $now,
			default                      => $now + $hours->secondsLeft( $now, $zone ),
		};
	}
}
