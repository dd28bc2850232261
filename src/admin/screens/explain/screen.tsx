import { Button, TextareaControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { ConfidenceBadge } from '../../components/badges';
import { Failure } from '../../components/failure';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { ReadSteps } from '../../components/steps';
import { explainMessage } from '../../data/queries';
import { ViewLink } from '../../routing/navigation';
import { Questions } from './questions';
import { Recording } from './recording';

import type { FormEvent } from 'react';
import type { Answers } from '../../data/commands';
import type { NamedCause, NamedExplanation } from '../../data/queries';
import type { Told } from './questions';

type Asking =
	| { readonly status: 'nothing' }
	| { readonly status: 'asking' }
	| { readonly status: 'failed'; readonly message: string }
	/** `isAgain`: an answer was given, and what it leads to is awaited. */
	| { readonly status: 'explained'; readonly explanation: NamedExplanation; readonly of: string; readonly isAgain: boolean };

/** A refusal's text, and what it can mean. The text is not kept, in the address or on the server, unless somebody records it. */
export const ExplainScreen = () => {
	const [ message, setMessage ] = useState( '' );
	const [ told, setTold ] = useState< readonly Told[] >( [] );
	const [ asking, setAsking ] = useState< Asking >( { status: 'nothing' } );
	const turn = useRef( 0 );

	const ask = async ( text: string, answers: readonly Told[] ) => {
		const mine = ++turn.current;
		setTold( answers );
		setAsking( ( before ) => ( before.status === 'explained' && before.of === text ? { ...before, isAgain: true } : { status: 'asking' } ) );
		const answer = await explainMessage( text, answersOf( answers ) );
		if ( mine === turn.current ) {
			setAsking( answer.ok ? { status: 'explained', explanation: answer.value, of: text, isAgain: false } : { status: 'failed', message: answer.message } );
		}
	};
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		if ( message.trim() !== '' ) {
			void ask( message.trim(), [] );
		}
	};

	return (
		<Page
			title={ __( 'Explain', 'causeway' ) }
			tabTitle={ __( 'Explain', 'causeway' ) }
			lead={ <p>{ __( 'Somebody sent you what they saw when they could not log in? Paste it here: Causeway says what it can mean and how each cause is fixed. For one person, their case knows more.', 'causeway' ) }</p> }
		>
			<form className="causeway-explain" onSubmit={ submit }>
				<TextareaControl
					__nextHasNoMarginBottom
					label={ __( 'Message that the person saw', 'causeway' ) }
					help={ __( 'A sentence, a whole mail, an error code, the address of the page, or the text of a screenshot.', 'causeway' ) }
					placeholder={ __( 'Please contact your administrator', 'causeway' ) }
					value={ message }
					onChange={ setMessage }
					rows={ 3 }
				/>
				<Button
					variant="primary"
					type="submit"
					__next40pxDefaultSize
					isBusy={ asking.status === 'asking' }
					disabled={ message.trim() === '' || asking.status === 'asking' }
					accessibleWhenDisabled
				>
					{ __( 'Explain', 'causeway' ) }
				</Button>
			</form>
			<div className="causeway-explained" aria-live="polite" aria-busy={ asking.status === 'asking' || ( asking.status === 'explained' && asking.isAgain ) }>
				{ asking.status === 'asking' && <Skeleton bars={ [ 160, 160 ] } /> }
				{ asking.status === 'failed' && <Failure message={ asking.message } onRetry={ () => void ask( message.trim(), told ) } /> }
				{ asking.status === 'explained' && (
					<Explained key={ asking.of } asking={ asking } told={ told } onTell={ ( answers ) => void ask( asking.of, answers ) } />
				) }
			</div>
		</Page>
	);
};

const answersOf = ( told: readonly Told[] ): Answers =>
	Object.fromEntries( told.flatMap( ( { question, answer } ) => ( answer === null ? [] : [ [ question.ref, answer ] as const ] ) ) );

interface ExplainedProps {
	readonly asking: Extract< Asking, { status: 'explained' } >;
	readonly told: readonly Told[];
	readonly onTell: ( told: readonly Told[] ) => void;
}

const Explained = ( { asking, told, onTell }: ExplainedProps ) => {
	const { explanation, of } = asking;
	const { causes, unknown, questions, choices, recognised, recordable, pattern } = explanation;
	const reload = () => onTell( told );
	return (
		<>
			{ causes.length === 0 && <Nothing isKnown={ recognised } wasTold={ told.some( ( { answer } ) => answer !== null ) } /> }
			{ causes.length > 0 && (
				<>
					<h2 className="causeway-explained__heading">{ headingOf( causes.length, recognised ) }</h2>
					<p>{ leadOf( causes.length, recognised ) }</p>
				</>
			) }
			<Questions questions={ questions } told={ told } onTell={ onTell } isBusy={ asking.isAgain } />
			{ causes.map( ( cause, index ) => (
				<CauseCard key={ `${ cause.system }/${ cause.cause }` } cause={ cause } isOpen={ index === 0 && recognised } />
			) ) }
			<Recording message={ of } isRecordable={ recordable } pattern={ pattern } choices={ choices } suggested={ causes } onChange={ reload } />
			{ causes.length > 1 && recognised && unknown.length > 0 && (
				<details className="causeway-explained__unknown">
					<summary>
						{ sprintf(
							/* translators: %d: number of facts. */
							_n( '%d fact that would tell them apart', '%d facts that would tell them apart', unknown.length, 'causeway' ),
							unknown.length
						) }
					</summary>
					<ul className="causeway-sentences">
						{ unknown.map( ( { what, why } ) => (
							<li key={ what } title={ why }>
								{ what }
							</li>
						) ) }
					</ul>
				</details>
			) }
		</>
	);
};

const headingOf = ( count: number, isRecognised: boolean ): string =>
	isRecognised
		? sprintf(
				/* translators: %d: number of causes. */
				_n( 'It can mean %d thing', 'It can mean %d things', count, 'causeway' ),
				count
		  )
		: __( 'This message is not known, but its words speak for something', 'causeway' );

const leadOf = ( count: number, isRecognised: boolean ): string => {
	if ( ! isRecognised ) {
		return __( 'Take these as suggestions. If none of them fits, look at the person’s case: the checks there do not depend on the message.', 'causeway' );
	}
	return count > 1
		? __( 'The message alone does not tell which. A case does: it looks at the one person, and rules out the rest.', 'causeway' )
		: __( 'A case can prove it: it looks at the one person.', 'causeway' );
};

const Nothing = ( { isKnown, wasTold }: { readonly isKnown: boolean; readonly wasTold: boolean } ) => {
	if ( wasTold ) {
		return (
			<div className="causeway-empty">
				<h2>{ __( 'No known cause fits your answers', 'causeway' ) }</h2>
				<p>{ __( 'Take back the answer that you are least sure of, or look at the person’s case: it checks by itself.', 'causeway' ) }</p>
			</div>
		);
	}
	return (
		<div className="causeway-empty">
			<h2>{ isKnown ? __( 'This site knows the message, but not its cause', 'causeway' ) : __( 'This message is not known', 'causeway' ) }</h2>
			<p>
				{ isKnown
					? __( 'Somebody recorded it here and chose no cause. If you have found out what it was, choose it below.', 'causeway' )
					: __( 'Paste the whole sentence as it stood on the page. If it comes from another plugin, its own documentation may list it. The person’s case helps in any event: the checks there do not depend on the message.', 'causeway' ) }
			</p>
		</div>
	);
};

const CauseCard = ( { cause, isOpen }: { readonly cause: NamedCause; readonly isOpen: boolean } ) => (
	<details className="causeway-panel causeway-explained__cause" open={ isOpen }>
		<summary>
			<span className="causeway-explained__title">{ cause.title }</span>
			<span className="causeway-explained__system">
				{ cause.systemTitle } · <ConfidenceBadge confidence={ cause.confidence } />
			</span>
		</summary>
		<div className="causeway-panel__body">
			<p>
				{ cause.meaning }{ ' ' }
				<ViewLink to={ { screen: 'entry', system: cause.system, cause: cause.cause } }>{ __( 'More about this cause', 'causeway' ) }</ViewLink>
			</p>
			{ cause.why.length > 0 && (
				<ul className="causeway-sentences">
					{ cause.why.map( ( reason ) => (
						<li key={ reason }>{ reason }</li>
					) ) }
				</ul>
			) }
			<h3 className="causeway-cause__heading">{ __( 'How to fix it', 'causeway' ) }</h3>
			<ReadSteps steps={ cause.fixPath.map( ( step ) => ( { ...step, waitMinutes: null, note: '' } ) ) } systemTitle={ cause.systemTitle } />
		</div>
	</details>
);
