import { Button, CheckboxControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { Moment } from '../../components/moment';
import { Panel } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { removeNoticeRule, saveNoticeHours, testNoticeRule } from '../../data/commands';
import { readNotifications } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { causeChoices, RuleForm, windowWord } from './rule-form';

import type { NoticeRule, NotificationFile, Notifications } from '../../data/types';

/** Who is told when how many people are kept out by what. Each rule is saved by itself. */
export const NotificationRules = () => {
	const { loaded, reload, retry } = useQuestion( 'notifications', readNotifications );
	return (
		<>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 180 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && loaded.value.notifications !== null && (
				<>
					<Rules file={ loaded.value } notifications={ loaded.value.notifications } onChanged={ reload } />
					<Hours notifications={ loaded.value.notifications } onSaved={ reload } />
				</>
			) }
		</>
	);
};

interface RulesProps {
	readonly file: NotificationFile;
	readonly notifications: Notifications;
	readonly onChanged: () => Promise< void >;
}

const Rules = ( { file: { systems }, notifications: { rules, notices }, onChanged }: RulesProps ) => {
	const [ edited, setEdited ] = useState< number | null >( null );
	const [ said, setSaid ] = useState( '' );
	const titles = new Map( causeChoices( systems ).map( ( { value, label } ) => [ value, label ] ) );
	const saved = () => {
		setEdited( null );
		setSaid( __( 'The rule is saved.', 'causeway' ) );
		void onChanged();
	};
	return (
		<Panel
			title={ __( 'Notification rules', 'causeway' ) }
			aside={
				edited === null && (
					<Button variant="secondary" size="compact" onClick={ () => {
							setSaid( '' );
							setEdited( 0 );
						} }>
						{ __( 'Add a rule', 'causeway' ) }
					</Button>
				)
			}
		>
			<p className="causeway-quiet">{ __( 'A rule tells once when a cause keeps its number of people out, and once when nobody has been kept out by it for a quarter of an hour.', 'causeway' ) }</p>
			{ edited === 0 && <RuleForm rule={ null } systems={ systems } onSaved={ saved } onCancel={ () => setEdited( null ) } /> }
			{ rules.length === 0 && edited === null && <p>{ __( 'There is no rule yet. Mails about cases and incidents go out as “Who is told” says.', 'causeway' ) }</p> }
			<ul className="causeway-rules">
				{ rules.map( ( rule ) => (
					<li key={ rule.id }>
						{ edited === rule.id ? (
							<RuleForm rule={ rule } systems={ systems } onSaved={ saved } onCancel={ () => setEdited( null ) } />
						) : (
							<Rule
								rule={ rule }
								about={ titles.get( rule.cause ) ?? rule.cause }
								onEdit={ () => setEdited( rule.id ) }
								onRemoved={ () => {
									setSaid( __( 'The rule is removed.', 'causeway' ) );
									void onChanged();
								} }
							/>
						) }
					</li>
				) ) }
			</ul>
			<p role="status" className="causeway-settings__saved">
				{ said }
			</p>
			{ notices.length > 0 && <Told rules={ rules } notices={ notices } /> }
		</Panel>
	);
};

const whenOf = ( { about, people, windowMinutes }: NoticeRule ): string =>
	about === 'at-risk'
		? /* translators: %d: number of people. */
		  sprintf( _n( '%d person at risk', '%d people at risk', people, 'causeway' ), people )
		: /* translators: 1: number of people, 2: a span of time such as "an hour". */
		  sprintf( _n( '%1$d person refused within %2$s', '%1$d people refused within %2$s', people, 'causeway' ), people, windowWord( windowMinutes ) );

const wayOf = ( { channel, pace, host, recipients }: NoticeRule ): string => {
	if ( channel === 'webhook' ) {
		/* translators: %s: a host such as hooks.example.org */
		return sprintf( __( 'webhook to %s', 'causeway' ), host );
	}
	const to = recipients.length === 0 ? __( 'those under “Who is told”', 'causeway' ) : recipients.join( ', ' );
	return pace === 'digest'
		? /* translators: %s: who gets a mail. */
		  sprintf( __( 'daily mail to %s', 'causeway' ), to )
		: /* translators: %s: who gets a mail. */
		  sprintf( __( 'mail to %s', 'causeway' ), to );
};

interface RuleProps {
	readonly rule: NoticeRule;
	readonly about: string;
	readonly onEdit: () => void;
	readonly onRemoved: () => void;
}

type Doing = { readonly at: 'rest' } | { readonly at: 'testing' } | { readonly at: 'asking' } | { readonly at: 'said'; readonly message: string; readonly isBad: boolean };

const Rule = ( { rule, about, onEdit, onRemoved }: RuleProps ) => {
	const [ doing, setDoing ] = useState< Doing >( { at: 'rest' } );

	const test = async () => {
		setDoing( { at: 'testing' } );
		const answer = await testNoticeRule( rule.id );
		const problem = answer.ok ? answer.value.problem : answer.message;
		setDoing( { at: 'said', message: problem === '' ? __( 'The test was handed over.', 'causeway' ) : problem, isBad: problem !== '' } );
	};

	const remove = async () => {
		const answer = await removeNoticeRule( rule.id );
		if ( answer.ok ) {
			onRemoved();
		} else {
			setDoing( { at: 'said', message: answer.message, isBad: true } );
		}
	};

	return (
		<>
			<div className="causeway-rules__text">
				<h3>
					{ rule.name }
					{ ! rule.isOn && <span className="causeway-quiet"> { __( '(off)', 'causeway' ) }</span> }
				</h3>
				<p>
					{ whenOf( rule ) } · { about } · { wayOf( rule ) }
					{ rule.namesPeople && <> · { __( 'with names', 'causeway' ) }</> }
					{ rule.isUrgent && <> · { __( 'in quiet hours too', 'causeway' ) }</> }
				</p>
				<p role="status" className={ doing.at === 'said' && doing.isBad ? 'causeway-field__fault' : 'causeway-settings__saved' }>
					{ doing.at === 'said' && doing.message }
				</p>
			</div>
			<div className="causeway-rules__actions">
				{ doing.at === 'asking' ? (
					<>
						<Button variant="primary" size="compact" isDestructive onClick={ () => void remove() }>
							{ __( 'Remove it', 'causeway' ) }
						</Button>
						<Button variant="tertiary" size="compact" onClick={ () => setDoing( { at: 'rest' } ) }>
							{ __( 'Keep it', 'causeway' ) }
						</Button>
					</>
				) : (
					<>
						<Button variant="secondary" size="compact" isBusy={ doing.at === 'testing' } disabled={ doing.at === 'testing' } accessibleWhenDisabled onClick={ () => void test() } aria-label={ sprintf( /* translators: %s: name of a rule. */ __( 'Send a test: %s', 'causeway' ), rule.name ) }>
							{ __( 'Send a test', 'causeway' ) }
						</Button>
						<Button variant="tertiary" size="compact" onClick={ onEdit } aria-label={ sprintf( /* translators: %s: name of a rule. */ __( 'Edit: %s', 'causeway' ), rule.name ) }>
							{ __( 'Edit', 'causeway' ) }
						</Button>
						<Button variant="tertiary" size="compact" isDestructive onClick={ () => setDoing( { at: 'asking' } ) } aria-label={ sprintf( /* translators: %s: name of a rule. */ __( 'Remove: %s', 'causeway' ), rule.name ) }>
							{ __( 'Remove', 'causeway' ) }
						</Button>
					</>
				) }
			</div>
		</>
	);
};

const stateWord = ( state: string ): string => {
	switch ( state ) {
		case 'sent':
			return __( 'handed over', 'causeway' );
		case 'failed':
			return __( 'given up', 'causeway' );
		default:
			return __( 'waits', 'causeway' );
	}
};

const Told = ( { rules, notices }: Pick< Notifications, 'rules' | 'notices' > ) => {
	const names = new Map( rules.map( ( { id, name } ) => [ id, name ] ) );
	return (
		<details className="causeway-rules__told">
			<summary>{ __( 'What was told last', 'causeway' ) }</summary>
			<ul>
				{ notices.map( ( { id, at, rule, cause, change, people, state, problem } ) => (
					<li key={ id }>
						<Moment at={ at } />: { names.get( rule ) ?? '' } ·{ ' ' }
						{ change === 'over'
							? /* translators: %s: what was wrong. */
							  sprintf( __( 'over: %s', 'causeway' ), cause.title )
							: `${ cause.title } (${ people })` }{ ' ' }
						· { stateWord( state ) }
						{ problem !== null && `: ${ problem }` }
					</li>
				) ) }
			</ul>
		</details>
	);
};

const Hours = ( { notifications, onSaved }: { readonly notifications: Notifications; readonly onSaved: () => Promise< void > } ) => {
	const [ from, setFrom ] = useState( notifications.quietFrom ?? '' );
	const [ to, setTo ] = useState( notifications.quietTo ?? '' );
	const [ digestAt, setDigestAt ] = useState( notifications.digestAt );
	const [ isAlone, setAlone ] = useState( notifications.rulesAlone );
	const [ said, setSaid ] = useState( { message: '', isBad: false } );

	const save = async () => {
		if ( ( from === '' ) !== ( to === '' ) || digestAt === '' ) {
			setSaid( { message: __( 'Quiet hours need a beginning and an end, and the daily mail its time.', 'causeway' ), isBad: true } );
			return;
		}
		const answer = await saveNoticeHours( from, to, digestAt, isAlone );
		setSaid( answer.ok ? { message: __( 'The hours are saved.', 'causeway' ), isBad: false } : { message: answer.message, isBad: true } );
		if ( answer.ok ) {
			await onSaved();
		}
	};

	const time = ( label: string, value: string, onChange: ( value: string ) => void ) => (
		<TextControl __nextHasNoMarginBottom __next40pxDefaultSize type="time" label={ label } value={ value } onChange={ onChange } />
	);

	return (
		<Panel title={ __( 'Quiet hours', 'causeway' ) }>
			<form
				className="causeway-rule-form"
				onSubmit={ ( event ) => {
					event.preventDefault();
					void save();
				} }
			>
				<div className="causeway-settings__pair causeway-settings__pair--narrow">
					{ time( __( 'Quiet from', 'causeway' ), from, setFrom ) }
					{ time( __( 'until', 'causeway' ), to, setTo ) }
					{ time( __( 'Daily mail at', 'causeway' ), digestAt, setDigestAt ) }
				</div>
				<p className="causeway-quiet">
					{
						/* translators: %s: a time zone such as Europe/Berlin. */
						sprintf( __( 'By the site’s clock (%s). What comes in quiet hours waits for their end, mails about cases and incidents too; a rule may be excepted.', 'causeway' ), notifications.timeZone )
					}
				</p>
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __( 'The rules alone decide who is told', 'causeway' ) }
					help={ __( 'Then no mail about each case or incident is sent beside theirs. Without a rule that is on, this has no effect.', 'causeway' ) }
					checked={ isAlone }
					onChange={ setAlone }
				/>
				<div className="causeway-settings__save">
					<Button type="submit" variant="primary" __next40pxDefaultSize>
						{ __( 'Save hours', 'causeway' ) }
					</Button>
					<span role="status" className={ said.isBad ? 'causeway-field__fault' : 'causeway-settings__saved' }>
						{ said.message }
					</span>
				</div>
			</form>
		</Panel>
	);
};
