<?php

declare(strict_types=1);

namespace Causeway\GraphQL;

use Causeway\Notifications\Notice;
use Causeway\Notifications\NoticeDesk;
use Causeway\Notifications\NoticeRule;
use Causeway\Notifications\QuietHours;

/**
 * Rules of notifications and what they told.
 *
 * @phpstan-type Fields array<string, mixed>
 */
final class NoticeModel {

	private const SHOWN = 20;

	/** @param \Closure(): NoticeDesk $desk */
	public function __construct( private readonly \Closure $desk ) {}

	/** @return Fields Fields of `Query`. */
	public function root(): array {
		return [ 'notifications' => fn (): ?array => current_user_can( 'causeway_manage_settings' ) ? $this->all() : null ];
	}

	/** @return Fields */
	private function all(): array {
		$desk  = ( $this->desk )();
		$hours = $desk->hours();
		$text  = static fn ( ?int $minute ): ?string => null === $minute ? null : QuietHours::text( $minute );
		return [
			'quietFrom'  => $text( $hours->from ),
			'quietTo'    => $text( $hours->to ),
			'digestAt'   => $text( $hours->digestAt ),
			'timeZone'   => wp_timezone_string(),
			'rulesAlone' => $desk->isAlone(),
			'rules'      => array_map( self::rule( ... ), $desk->rules() ),
			'notices'    => static fn (): array => array_map( static fn ( Notice $notice ): array => self::notice( $desk, $notice ), $desk->newest( self::SHOWN ) ),
		];
	}

	/** @return Fields */
	private static function rule( NoticeRule $rule ): array {
		return [
			'id'            => $rule->id,
			'name'          => $rule->name,
			'about'         => $rule->topic->value,
			'cause'         => $rule->cause,
			'people'        => $rule->people,
			'windowMinutes' => $rule->windowMinutes,
			'channel'       => $rule->channel->value,
			'pace'          => $rule->pace->value,
			'recipients'    => $rule->recipients,
			'host'          => $rule->host,
			'namesPeople'   => $rule->namesPeople,
			'isUrgent'      => $rule->isUrgent,
			'isOn'          => $rule->isOn,
		];
	}

	/** @return Fields */
	private static function notice( NoticeDesk $desk, Notice $notice ): array {
		return [
			'id'      => $notice->id,
			'at'      => $notice->at,
			'rule'    => $notice->ruleId,
			'cause'   => [
				'system' => $notice->system,
				'cause'  => $notice->cause,
				'title'  => $desk->title( $notice ),
			],
			'change'  => $notice->change->value,
			'people'  => $notice->people,
			'state'   => $notice->state,
			'sentAt'  => 0 === $notice->sentAt ? null : $notice->sentAt,
			'problem' => '' === $notice->problem ? null : $notice->problem,
		];
	}
}
