import { Button, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { listCauseTitles, listSitePatterns } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { ViewLink } from '../../routing/navigation';
import { everyCase } from '../../routing/view';
import { Causes } from './causes';
import { Questions } from './questions';
import { Recording } from './recording';
import { Remembered } from './remembered';
import { useExplanation } from './use-explanation';

import type { FormEvent } from 'react';
import type { Explanation } from '../../data/commands';
import type { CauseTitle } from '../../data/queries';
import type { Told } from './use-explanation';

/** A refusal's text, and what it can mean. The text is not kept, in the address or on the server, unless somebody has it remembered. */
export const ExplainScreen = () => {
	const [ typed, setTyped ] = useState( '' );
	const { state, ask } = useExplanation();
	const titles = useQuestion( 'titles', listCauseTitles ).loaded;
	const patterns = useQuestion( 'patterns', listSitePatterns );
	const choices = titles.status === 'ready' ? titles.value : [];
	const { message, told, isAsking, refusal, explanation } = state;

	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		if ( typed.trim() !== '' && ! isAsking ) {
			void ask( typed.trim(), [] );
		}
	};
	// What this site remembers has changed, and with it what the message means here.
	const changed = async () => {
		await Promise.all( [ patterns.reload(), ...( message === '' ? [] : [ ask( message, told ) ] ) ] );
	};

	return (
		<Page
			title={ __( 'Explain', 'causeway' ) }
			tabTitle={ __( 'Explain', 'causeway' ) }
			lead={ <p>{ __( 'Somebody sent you what they saw when they could not log in? Paste it here: Causeway says what it can mean, and how each cause is fixed.', 'causeway' ) }</p> }
		>
			<form className="causeway-panel causeway-panel__body causeway-explain" onSubmit={ submit }>
				<TextareaControl
					__nextHasNoMarginBottom
					label={ __( 'Message that the person saw', 'causeway' ) }
					help={ __( 'A sentence, a whole mail, an error code, the address of the page, or the text of a screenshot.', 'causeway' ) }
					placeholder={ __( 'Please contact your administrator', 'causeway' ) }
					dir="auto"
					value={ typed }
					onChange={ setTyped }
					rows={ 3 }
				/>
				<Button variant="primary" type="submit" __next40pxDefaultSize isBusy={ isAsking } disabled={ typed.trim() === '' || isAsking } accessibleWhenDisabled>
					{ __( 'Explain', 'causeway' ) }
				</Button>
			</form>
			<p className="screen-reader-text" role="status">
				{ ! isAsking && explanation !== null && headingOf( explanation, told ) }
			</p>
			<div className="causeway-explained" aria-busy={ isAsking }>
				{ refusal !== '' && <Failure message={ refusal } onRetry={ () => void ask( message, told ) } /> }
				{ isAsking && explanation === null && <Skeleton bars={ [ 160, 320 ] } /> }
				{ explanation !== null && (
					<Explained
						key={ message }
						message={ message }
						explanation={ explanation }
						told={ told }
						isBusy={ isAsking }
						choices={ choices }
						onTell={ ( next ) => void ask( message, next ) }
						onChange={ () => void changed() }
					/>
				) }
				{ patterns.loaded.status === 'ready' && <Remembered patterns={ patterns.loaded.value } titles={ choices } onForgotten={ changed } /> }
			</div>
		</Page>
	);
};

interface ExplainedProps {
	readonly message: string;
	readonly explanation: Explanation;
	readonly told: readonly Told[];
	readonly isBusy: boolean;
	readonly choices: readonly CauseTitle[];
	readonly onTell: ( told: readonly Told[] ) => void;
	readonly onChange: () => void;
}

const Explained = ( { message, explanation, told, isBusy, choices, onTell, onChange }: ExplainedProps ) => {
	const { causes, unknown, questions, recognised, recordable, pattern } = explanation;
	return (
		<>
			{ causes.length === 0 ? (
				<Nothing title={ headingOf( explanation, told ) } explanation={ explanation } told={ told } />
			) : (
				<>
					<h2 className="causeway-explained__heading">{ headingOf( explanation, told ) }</h2>
					<Recognised symptoms={ explanation.symptoms } />
					<p className="causeway-explained__lead">
						{ leadOf( explanation ) }{ ' ' }
						<ViewLink to={ { screen: 'cases', ...everyCase } }>{ __( 'Find the person’s case', 'causeway' ) }</ViewLink>
					</p>
				</>
			) }
			<Questions questions={ questions } told={ told } onTell={ onTell } isBusy={ isBusy } />
			<Causes causes={ causes } choices={ choices } opensFirst={ recognised } />
			{ causes.length > 1 && recognised && <TellingFacts unknown={ unknown } /> }
			<Recording message={ message } isRecordable={ recordable } pattern={ pattern } choices={ choices } suggested={ causes } onChange={ onChange } />
		</>
	);
};

const headingOf = ( { causes, recognised }: Explanation, told: readonly Told[] ): string => {
	if ( causes.length > 0 ) {
		return recognised
			? sprintf(
					/* translators: %d: number of causes. */
					_n( 'It can mean %d thing', 'It can mean %d things', causes.length, 'causeway' ),
					causes.length
			  )
			: __( 'This message is not known, but its words speak for something', 'causeway' );
	}
	if ( told.some( ( { answer } ) => answer !== null ) ) {
		return __( 'No known cause fits your answers', 'causeway' );
	}
	return recognised ? __( 'This site knows the message, but not its cause', 'causeway' ) : __( 'This message is not known', 'causeway' );
};

const leadOf = ( { causes, recognised }: Explanation ): string => {
	if ( ! recognised ) {
		return __( 'Take these as suggestions. Whether one of them fits, the person’s case can find out: the checks there do not depend on the message.', 'causeway' );
	}
	return causes.length > 1
		? __( 'The message alone does not tell which. The person’s case does: Causeway looks at that one person there, and rules out the rest.', 'causeway' )
		: __( 'The person’s case can prove it: Causeway looks at that one person there.', 'causeway' );
};

/** Most that are named; a code that many share would fill the screen. */
const mostNamed = 3;

/** What of the message Causeway knows. */
const Recognised = ( { symptoms }: Pick< Explanation, 'symptoms' > ) =>
	symptoms.length === 0 ? null : (
		<p className="causeway-explained__recognised">
			<strong>{ __( 'Recognised:', 'causeway' ) }</strong>{ ' ' }
			{ symptoms
				.slice( 0, mostNamed )
				.map( ( { title } ) => title )
				.join( ' · ' ) }
			{ symptoms.length > mostNamed &&
				` ${ sprintf(
					/* translators: %d: number of further entries of a list. */
					_n( 'and %d other', 'and %d others', symptoms.length - mostNamed, 'causeway' ),
					symptoms.length - mostNamed
				) }` }
		</p>
	);

const Nothing = ( { title, explanation, told }: { readonly title: string; readonly explanation: Explanation; readonly told: readonly Told[] } ) => (
	<div className="causeway-empty causeway-explained__nothing">
		<h2>{ title }</h2>
		<Recognised symptoms={ explanation.symptoms } />
		<p>{ wayOn( explanation, told ) }</p>
		<p className="causeway-empty__links">
			<ViewLink to={ { screen: 'cases', ...everyCase } } className="components-button is-secondary">
				{ __( 'Find the person’s case', 'causeway' ) }
			</ViewLink>
		</p>
	</div>
);

const wayOn = ( { recognised, unknown }: Explanation, told: readonly Told[] ): string => {
	if ( told.some( ( { answer } ) => answer !== null ) ) {
		return __( 'Take back the answer that you are least sure of. Or look at the person’s case: it checks by itself.', 'causeway' );
	}
	if ( recognised ) {
		return __( 'Somebody had it remembered here and chose no cause. If you have found out what it was, choose it below.', 'causeway' );
	}
	// The server says what it read, and which product the text names.
	return unknown[ 0 ]?.why ?? '';
};

/** What nobody looked at, for who wants to look by hand. */
const TellingFacts = ( { unknown }: Pick< Explanation, 'unknown' > ) =>
	unknown.length === 0 ? null : (
		<details className="causeway-explained__unknown">
			<summary>
				{ sprintf(
					/* translators: %d: number of facts. */
					_n( '%d fact that would tell them apart', '%d facts that would tell them apart', unknown.length, 'causeway' ),
					unknown.length
				) }
			</summary>
			<ul className="causeway-sentences">
				{ unknown.map( ( { what } ) => (
					<li key={ what }>{ what }</li>
				) ) }
			</ul>
		</details>
	);
