import { Button, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { ConfidenceBadge } from '../../components/badges';
import { Failure } from '../../components/failure';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { ApplicabilityNote, MenuPath, StepLink } from '../../components/steps';
import { explainMessage } from '../../data/queries';

import type { FormEvent } from 'react';
import type { NamedCause, NamedExplanation } from '../../data/queries';

type Asking =
	| { readonly status: 'nothing' }
	| { readonly status: 'asking' }
	| { readonly status: 'failed'; readonly message: string }
	| { readonly status: 'explained'; readonly explanation: NamedExplanation };

/** A refusal's text, and what it can mean. The text is not kept: not in the address, not on the server. */
export const ExplainScreen = () => {
	const [ message, setMessage ] = useState( '' );
	const [ asking, setAsking ] = useState< Asking >( { status: 'nothing' } );

	const ask = async () => {
		setAsking( { status: 'asking' } );
		const answer = await explainMessage( message.trim() );
		setAsking( answer.ok ? { status: 'explained', explanation: answer.value } : { status: 'failed', message: answer.message } );
	};
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		if ( message.trim() !== '' ) {
			void ask();
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
			<div className="causeway-explained" aria-live="polite">
				{ asking.status === 'asking' && <Skeleton bars={ [ 160, 160 ] } /> }
				{ asking.status === 'failed' && <Failure message={ asking.message } onRetry={ () => void ask() } /> }
				{ asking.status === 'explained' && <Explained explanation={ asking.explanation } /> }
			</div>
		</Page>
	);
};

const Explained = ( { explanation: { causes, unknown } }: { readonly explanation: NamedExplanation } ) => {
	if ( causes.length === 0 ) {
		return (
			<div className="causeway-empty">
				<h2>{ __( 'This message is not known', 'causeway' ) }</h2>
				<p>{ __( 'Paste the whole sentence as it stood on the page, without names. If it comes from another plugin, its own documentation may list it.', 'causeway' ) }</p>
			</div>
		);
	}
	return (
		<>
			<h2 className="causeway-explained__heading">
				{ sprintf(
					/* translators: %d: number of causes. */
					_n( 'It can mean %d thing', 'It can mean %d things', causes.length, 'causeway' ),
					causes.length
				) }
			</h2>
			{ causes.length > 1 && (
				<p>{ __( 'The message alone does not tell which. A case does: it looks at the one person, and rules out the rest.', 'causeway' ) }</p>
			) }
			{ causes.map( ( cause, index ) => (
				<CauseCard key={ `${ cause.system }/${ cause.cause }` } cause={ cause } isOpen={ index === 0 } />
			) ) }
			{ unknown.length > 0 && (
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

const CauseCard = ( { cause, isOpen }: { readonly cause: NamedCause; readonly isOpen: boolean } ) => {
	const { systemTitle } = cause;
	return (
		<details className="causeway-panel causeway-explained__cause" open={ isOpen }>
			<summary>
				<span className="causeway-explained__title">{ cause.title }</span>
				<span className="causeway-explained__system">
					{ systemTitle } · <ConfidenceBadge confidence={ cause.confidence } />
				</span>
			</summary>
			<div className="causeway-panel__body">
				{ cause.meaning !== '' && <p>{ cause.meaning }</p> }
				{ cause.why.length > 0 && (
					<ul className="causeway-sentences">
						{ cause.why.map( ( reason ) => (
							<li key={ reason }>{ reason }</li>
						) ) }
					</ul>
				) }
				<h3 className="causeway-cause__heading">{ __( 'How to fix it', 'causeway' ) }</h3>
				<ol className="causeway-steps">
					{ cause.fixPath.map( ( step, index ) => (
						<li key={ step.step } className="causeway-step">
							<span className="causeway-step__marker" aria-hidden="true">
								{ index + 1 }
							</span>
							<div className="causeway-step__content">
								<h4 className="causeway-step__title">{ step.title }</h4>
								<ApplicabilityNote applicability={ step.applicability } systemTitle={ systemTitle } waitMinutes={ step.waitMinutes ?? null } />
								{ step.body !== undefined && <p>{ step.body }</p> }
								{ step.link !== null && (
									<>
										<MenuPath link={ step.link } systemTitle={ systemTitle } />
										<div className="causeway-step__actions">
											<StepLink link={ step.link } />
										</div>
									</>
								) }
							</div>
						</li>
					) ) }
				</ol>
			</div>
		</details>
	);
};
