/**
 * Records as the web API writes them: PascalCase, with rights beside the fields.
 */
import { carrier, time } from './answers';
import type { Installation } from './installation';
import type { Associate, ModuleLicence, Person } from './state';

export const associateCarrier = ( installation: Installation, associate: Associate ): object => {
	const person = installation.person( associate.personId );
	const fullName = person === undefined ? associate.name : installation.fullName( person );
	return carrier( {
		AssociateId: associate.associateId,
		Name: associate.name,
		PersonId: associate.personId,
		Rank: 0,
		Tooltip: '',
		Type: associate.type,
		GroupIdx: 1,
		FullName: fullName,
		FormalName: fullName,
		Deleted: associate.deleted,
		EjUserId: 0,
		UserName: associate.userName,
	} );
};

export const personEntity = ( installation: Installation, person: Person ): object => {
	const associate = installation.associatesOf( person.personId )[ 0 ];
	const company = installation.state.companies.find( ( one ) => one.contactId === person.contactId );
	return carrier( {
		PersonId: person.personId,
		Firstname: person.firstname,
		MiddleName: '',
		Lastname: person.lastname,
		FullName: installation.fullName( person ),
		UpdatedDate: time( person.updatedAt ),
		Emails: person.emails.map( ( email ) => carrier( { Value: email.value, StrippedValue: email.value, Description: '' } ) ),
		BounceEmails: person.emails.filter( ( email ) => email.bounces > 0 ).map( ( email ) => email.value ),
		Retired: person.retired,
		IsAssociate: associate !== undefined,
		CorrespondingAssociate: associate === undefined ? null : associateCarrier( installation, associate ),
		Contact: company === undefined ? null : carrier( { ContactId: company.contactId, Name: company.name, FullName: company.name } ),
	} );
};

export const userInfo = ( installation: Installation, associate: Associate ): object =>
	carrier( {
		Deleted: associate.deleted,
		UserInfoId: associate.associateId,
		UserName: associate.userName,
		PersonId: associate.personId,
		Rank: 0,
		Tooltip: '',
		UserGroupId: 1,
		EjUserId: 0,
		UserType: associate.type,
		GrantedLicenses: [ ...associate.licences ],
		CanLogon: installation.canLogon( associate ),
		RoleName: associate.roleName,
		RoleTooltip: '',
		UserGroupName: 'Sales',
		UserGroupTooltip: '',
	} );

const moduleLink = ( installation: Installation, module: ModuleLicence, associate: Associate | null ): object => {
	const { inUse, free } = installation.count( module );
	return carrier( {
		Unrestricted: false,
		Total: module.total,
		Tooltip: '',
		CanAssign: true,
		Free: free,
		InUse: inUse,
		IsHidden: false,
		Assigned: associate?.licences.includes( module.name ) ?? false,
		ModuleLicenseId: module.moduleLicenseId,
		Name: module.name,
		Description: module.description,
		PrerequisiteModuleName: module.prerequisite,
		SortOrder: module.moduleLicenseId,
		ExtraFlags: module.isPlan ? 1 : 0,
	} );
};

export const licenceOwners = ( installation: Installation, associate: Associate | null ): object[] => [
	carrier( {
		Name: 'SUPEROFFICE',
		Description: 'SuperOffice',
		RestrictedModuleLicenses: installation.state.modules.map( ( module ) => moduleLink( installation, module, associate ) ),
		UnrestrictedModuleLicenses: [],
	} ),
];

export const user = ( installation: Installation, associate: Associate ): object => {
	const person = installation.person( associate.personId );
	return carrier( {
		AssociateId: associate.associateId,
		Name: associate.name,
		Rank: 0,
		Tooltip: '',
		LicenseOwners: licenceOwners( installation, associate ),
		Role: carrier( { Id: 1, Value: associate.roleName, Tooltip: '' } ),
		UserGroup: carrier( { Id: 1, Value: 'Sales', Tooltip: '' } ),
		OtherGroups: [],
		Person:
			person === undefined
				? null
				: carrier( {
						PersonId: person.personId,
						Firstname: person.firstname,
						Lastname: person.lastname,
						FullName: installation.fullName( person ),
						Email: person.emails[ 0 ]?.value ?? '',
						ContactId: person.contactId,
						Retired: person.retired ? 1 : 0,
						AssociateId: associate.associateId,
				  } ),
		Deleted: associate.deleted,
		Lastlogin: time( associate.lastLogin ),
		Lastlogout: time( associate.lastLogin ),
		EjUserId: 0,
		RequestSignature: '',
		Type: associate.type,
		IsPersonRetired: person?.retired ?? false,
		IsOnTravel: false,
		Credentials: [ carrier( { Type: carrier( { Type: 'SuperId', DisplayType: 'SuperID', Description: '' } ), Value: '', DisplayValue: associate.userName } ) ],
		UserName: associate.userName,
		TicketCategories: [],
		NickName: '',
		WaitingForApproval: associate.waitingForApproval,
		ExtraFields: {},
		CustomFields: {},
		PostSaveCommands: [],
	} );
};
